import { problem } from '#base'
import type { Edit } from '../edit.ts'
import { putSlot } from '../put-record.ts'

/** Adds a connection slot. */
export const addSlot: Edit<'slot/add'> = {
  refusal: (doc, { slot }) =>
    doc.slots[slot.id] ? problem('id-taken', { id: slot.id }, { slot: slot.id }) : undefined,
  apply: (doc, { slot }) => putSlot(doc, slot),
}
