import { problem } from '#base'
import { isSlotOnPage, usersOfSlot } from '#domain'
import type { Edit } from '../edit.ts'
import { withoutIds } from '../remove-records.ts'

/** Takes a slot away; refused while a step or a wizard page names it. */
export const deleteSlot: Edit<'slot/delete'> = {
  refusal: (doc, { id }) => {
    const slot = doc.slots[id]
    if (!slot) return problem('slot-not-found', { id }, { slot: id })
    const steps = usersOfSlot(doc, id).length
    return steps > 0 || isSlotOnPage(doc, id)
      ? problem('slot-in-use', { slot: slot.name, steps }, { slot: id })
      : undefined
  },
  apply: (doc, { id }) => ({ ...doc, slots: withoutIds(doc.slots, [id]) }),
}
