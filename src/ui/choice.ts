import type { ReactNode } from 'react'

/** One thing that can be chosen, in a select, a combo box, a radio group or a segmented control. */
export interface Choice<Id extends string = string> {
  readonly id: Id
  readonly label: string
  readonly description?: string
  readonly icon?: ReactNode
  readonly isDisabled?: boolean
  /** Choices that share a section stand together under its name, in a select or combo box. */
  readonly section?: string
}

/** The choices by section, in the order in which the sections first appear; what has none comes under `undefined`. */
export function choicesBySection<Id extends string>(
  choices: readonly Choice<Id>[],
): readonly (readonly [section: string | undefined, choices: readonly Choice<Id>[]])[] {
  const sections = new Map<string | undefined, Choice<Id>[]>()
  for (const choice of choices) {
    const section = sections.get(choice.section)
    if (section) section.push(choice)
    else sections.set(choice.section, [choice])
  }
  return [...sections]
}
