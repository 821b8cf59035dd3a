import 'fake-indexeddb/auto'
import { parseDocument } from '#storage'
import { describe, expect, it } from 'vitest'
import { parseText } from '../../../../src/drivers/workers/import/parse-text.ts'
import { sampleDoc } from '../../../storage/sample.ts'
import { portWorker } from '../port-worker.ts'

const worker = () => portWorker({ parse: (text: string) => parseDocument(text) })

describe('the text of a document', () => {
  it('is parsed away from the page', async () => {
    const doc = sampleDoc('From a file')
    expect(await parseText(worker, JSON.stringify(doc))).toEqual({ ok: true, value: doc })
  })

  it('that is none is refused with a code', async () => {
    expect(await parseText(worker, '{')).toMatchObject({ ok: false, error: { code: 'json-syntax' } })
  })

  it('that takes too long costs no more than its worker', async () => {
    const slow = () => portWorker({ parse: () => new Promise(() => undefined) })
    expect(await parseText(slow, '{}', 20)).toMatchObject({ error: { code: 'import-too-slow' } })
  })

  it('is refused when the worker breaks', async () => {
    const broken = () => portWorker({ parse: () => Promise.reject(new Error('broken')) })
    expect(await parseText(broken, '{}')).toMatchObject({ error: { code: 'import-failed' } })
  })
})
