import { problem } from '#base'
import type { Edit } from '../edit.ts'
import { putSlot } from '../put-record.ts'

/** Lets a slot hold another connection, or none: every step that names the slot follows. */
export const bindSlot: Edit<'slot/bind'> = {
  refusal: (doc, { id }) => (doc.slots[id] ? undefined : problem('slot-not-found', { id }, { slot: id })),
  apply: (doc, { id, connection }) => {
    const slot = doc.slots[id]
    return slot && slot.connection !== connection ? putSlot(doc, { ...slot, connection }) : doc
  },
}
