import '../without-eval.ts'
import { expose } from 'comlink'
import { createRunnerService } from './create-runner-service.ts'

expose(createRunnerService())
