import type { Slot } from '#domain'
import { problem } from '#base'
import { changeRecord } from '../change-record.ts'
import type { Edit } from '../edit.ts'
import { putSlot } from '../put-record.ts'

/** Changes a slot's name, description, who sees it and whether it must be filled. */
export const updateSlot: Edit<'slot/update'> = {
  refusal: (doc, { id }) => (doc.slots[id] ? undefined : problem('slot-not-found', { id }, { slot: id })),
  apply: (doc, { id, changes }) => {
    const slot = doc.slots[id]
    return slot ? putSlot(doc, changeRecord<Slot>(slot, changes)) : doc
  },
}
