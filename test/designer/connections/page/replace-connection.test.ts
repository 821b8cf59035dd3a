import { problem } from '#base'
import type { StableKey } from '#domain'
import { undo } from '#operations'
import { expect, it } from 'vitest'
import { replaceConnection } from '../../../../src/designer/connections/page/replace-connection.ts'
import { refused } from '../../../fixtures/accepted.ts'
import { docOf, flow, http, slot } from '../../../fixtures/doc-builder.ts'
import { memoryHost } from '../../../fixtures/memory-ports.ts'

const [OLD, NEXT] = ['old', 'next'] as StableKey[]
const docNamed = (name: string, held: string) =>
  docOf({
    name,
    flows: [flow('Main', http('Get', { slot: 'One' }))],
    slots: [slot('One', 'http', held), slot('Two', 'http', held)],
  })
const held = (doc: ReturnType<typeof docNamed>) => Object.values(doc.slots).map(({ connection }) => connection)

it('rebinds every slot of every document that holds the connection, and leaves the others alone', async () => {
  const docs = [docNamed('First', 'old'), docNamed('Second', 'other')]
  const host = memoryHost(docs)
  expect(await replaceConnection(host.ports, docs, OLD!, NEXT!)).toEqual({ ok: true, value: undefined })
  expect([...host.stored.values()].map(({ doc }) => held(doc))).toEqual([
    ['next', 'next'],
    ['other', 'other'],
  ])
  expect(host.saves).toHaveLength(1)
})

it('is one edit that can be undone in the document', async () => {
  const doc = docNamed('First', 'old')
  const host = memoryHost([doc])
  await replaceConnection(host.ports, [doc], OLD!, null)
  const stored = host.stored.get(doc.id)!
  expect(held(stored.doc)).toEqual([null, null])
  expect(undo(stored.history, stored.doc)?.doc).toEqual(doc)
})

it('refuses while another tab edits the document, and changes nothing', async () => {
  const doc = docNamed('First', 'old')
  const host = memoryHost([doc], 'read-only')
  const answer = refused(await replaceConnection(host.ports, [doc], OLD!, NEXT!))
  expect(answer).toEqual(problem('integration-open-elsewhere', { name: 'First' }))
  expect(host.saves).toEqual([])
})

it('hands on what saving refuses', async () => {
  const doc = docNamed('First', 'old')
  const host = memoryHost([doc])
  host.failSaves(problem('quota-exceeded'))
  expect(refused(await replaceConnection(host.ports, [doc], OLD!, NEXT!)).code).toBe('quota-exceeded')
})
