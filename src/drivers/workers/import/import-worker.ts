import '../without-eval.ts'
import { parseDocument } from '#storage'
import { expose } from 'comlink'
import type { ImportService } from './parse-text.ts'

const service: ImportService = { parse: async (text) => parseDocument(text) }

expose(service)
