import { useTranslation } from '#texts'
import { useCallback, useMemo } from 'react'
import type { ChipFace, CodeCompletion } from '../code/code-view.ts'
import { completionsIn } from '../scope/completions-in.ts'
import { isInScope, sourceOf, stepNameIn, type FieldScope } from '../scope/field-scope.ts'
import { chipLabel } from './chip-label.ts'
import type { ChipPart } from './template-text.ts'

/** How chips look and what completion offers, for a scope. Both stay the same object while the scope does. */
export function useChipSurroundings(scope: FieldScope): {
  readonly faceOf: (part: ChipPart) => ChipFace
  readonly completions: () => readonly CodeCompletion[]
} {
  const { t } = useTranslation()
  const faceOf = useCallback(
    (part: ChipPart): ChipFace => {
      const label = chipLabel(t, scope, part)
      if (isInScope(scope, part)) {
        const source = part.kind === 'reference' ? sourceOf(scope, part.step) : undefined
        return { label, title: source ? `${label} (${t(`fields.from.${source.from}`)})` : label, isBroken: false }
      }
      const name = part.kind === 'reference' ? (stepNameIn(scope, part.step) ?? t('fields.unknownStep')) : label
      return { label, title: t('fields.outOfScope', { name }), isBroken: true }
    },
    [t, scope],
  )
  const completions = useCallback(() => completionsIn(scope, (part) => chipLabel(t, scope, part)), [t, scope])
  return useMemo(() => ({ faceOf, completions }), [faceOf, completions])
}
