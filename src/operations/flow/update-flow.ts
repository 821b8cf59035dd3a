import { problem } from '#base'
import type { Flow } from '#domain'
import { changeRecord } from '../change-record.ts'
import type { Edit } from '../edit.ts'
import { putFlow } from '../put-record.ts'

/** Changes a flow's name, description and how it runs. */
export const updateFlow: Edit<'flow/update'> = {
  refusal: (doc, { id }) => (doc.flows[id] ? undefined : problem('flow-not-found', { id }, { flow: id })),
  apply: (doc, { id, changes }) => {
    const flow = doc.flows[id]
    return flow ? putFlow(doc, changeRecord<Flow>(flow, changes)) : doc
  },
}
