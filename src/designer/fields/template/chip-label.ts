import type { TFunction } from '#texts'
import { stepNameIn, variableIn, type FieldScope } from '../scope/field-scope.ts'
import { pathText } from './path-text.ts'
import type { ChipPart } from './template-text.ts'

/** What a chip says: the step's current name and the path, or the variable's name. */
export function chipLabel(t: TFunction, scope: FieldScope, part: ChipPart): string {
  if (part.kind === 'variable') return variableIn(scope, part.variable)?.name ?? t('fields.unknownVariable')
  const name = stepNameIn(scope, part.step) ?? t('fields.unknownStep')
  return part.path.length === 0 ? name : `${name} › ${pathText(part.path)}`
}
