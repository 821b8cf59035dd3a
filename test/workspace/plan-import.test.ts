import { planImport } from '#workspace'
import { describe, expect, it } from 'vitest'
import { docOf, flow, http, slot } from '../fixtures/doc-builder.ts'
import { sequentialIds } from '../fixtures/sequential-ids.ts'
import { connection, workspaceOf } from '../fixtures/workspace-builder.ts'

const doc = docOf({
  flows: [flow('Main', http('Get', { slot: 'A' }))],
  slots: [slot('A', 'http', 'shop'), slot('B', 'http', 'zoo'), slot('C', 'http', 'zoo'), slot('D', 'http')],
})
const context = { integrations: new Set<typeof doc.id>(), workspace: workspaceOf(), createId: sequentialIds() }

describe('planImport', () => {
  it('keeps the id of a document that is not there yet, and makes a copy of one that is', () => {
    expect(planImport(doc, context).doc).toBe(doc)
    const copy = planImport(doc, { ...context, integrations: new Set([doc.id]) }).doc
    expect(copy).toEqual({ ...doc, id: 'int_new0001' })
  })

  it('lists once each the connections its slots do not find', () => {
    expect(planImport(doc, context).missing).toEqual(['shop', 'zoo'])
    expect(planImport(doc, { ...context, workspace: workspaceOf([connection('Shop')]) }).missing).toEqual(['zoo'])
  })
})
