import { specOf, type Catalog, type Step } from '#domain'
import { textOf, type TFunction } from '#texts'

/** What a step does, in words: connector and action, or its kind. */
export function actionLabel(t: TFunction, catalog: Catalog, step: Step): string {
  if (step.kind !== 'action' && step.kind !== 'trigger') return t(`inspector.kinds.${step.kind}`)
  const connector = catalog.connector(step.connector.key)
  const spec = specOf(catalog, step)
  if (!connector || !spec) return `${step.connector.key} › ${step.kind === 'action' ? step.action : step.trigger}`
  return `${textOf(t, connector.name)} › ${textOf(t, spec.name)}`
}
