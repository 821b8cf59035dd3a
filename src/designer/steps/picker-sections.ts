import type { TFunction } from '#texts'
import type { AddableStep } from './addable-step.ts'

/** A group of the palette under its heading. */
export interface PickerSection {
  readonly id: string
  readonly title: string
  readonly addables: readonly AddableStep[]
}

/** At most so many entries are listed; the rest is a matter of typing another letter. */
export const PICKER_LIMIT = 120

/** The entries by group, the recently added ones on top; each is listed once. */
export function pickerSections(
  addables: readonly AddableStep[],
  recent: readonly string[],
  t: TFunction,
): readonly PickerSection[] {
  const sections = new Map<string, { title: string; addables: AddableStep[] }>()
  for (const addable of addables) {
    if (recent.includes(addable.id)) continue
    const { id, title } = headingOf(addable, t)
    const known = sections.get(id)
    if (known) known.addables.push(addable)
    else sections.set(id, { title, addables: [addable] })
  }
  const byId = new Map(addables.map((addable) => [addable.id, addable]))
  const last = recent.flatMap((id) => byId.get(id) ?? [])
  return [
    ...(last.length > 0 ? [{ id: 'recent', title: t('palette.recent'), addables: last }] : []),
    ...[...sections].map(([id, section]) => ({ id, ...section })),
  ]
}

function headingOf({ group }: AddableStep, t: TFunction): { readonly id: string; readonly title: string } {
  if (typeof group === 'string') return { id: group, title: t(`palette.group.${group}`) }
  return { id: `connector/${group.connector}`, title: group.connector }
}
