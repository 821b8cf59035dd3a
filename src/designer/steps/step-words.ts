import { specOf, type Arm, type Catalog, type IntegrationDoc, type Place, type Step, type StepId } from '#domain'
import { textOf, type TFunction } from '#texts'

/** What a step does, in words: `HTTP · Send request`, `Branch`. */
export function stepActionWords(step: Step, catalog: Catalog, t: TFunction): string {
  if (step.kind !== 'action' && step.kind !== 'trigger') return t(`canvas.kind.${step.kind}`)
  const connector = catalog.connector(step.connector.key)
  const spec = specOf(catalog, step)
  if (!connector || !spec) return t('canvas.notInstalled', { connector: step.connector.key })
  return connector.category === 'core' ? textOf(t, spec.name) : `${textOf(t, connector.name)} · ${textOf(t, spec.name)}`
}

/** The name of an arm; those that belong to the kind of step are named here, in the person's language. */
export function armWords(arm: Arm, t: TFunction): string {
  if (arm.name !== '') return arm.name
  const id: string = arm.id
  return id === 'body' || id === 'otherwise' || id === 'error' ? t(`canvas.arm.${id}`) : t('canvas.arm.unnamed')
}

/** The name of a step as it is shown, also where it has none. */
export const stepName = (step: Step | undefined, t: TFunction): string => step?.name || t('canvas.unnamed')

/** What a place is called: `Main`, or `Check › High`. */
export function placeWords(doc: IntegrationDoc, place: Place, t: TFunction): string {
  if ('flow' in place) return doc.flows[place.flow]?.name ?? ''
  const step = doc.steps[place.step]
  const arm = step?.arms.find(({ id }) => id === place.arm)
  return arm ? t('canvas.place', { step: stepName(step, t), arm: armWords(arm, t) }) : ''
}

/** The name of the control that adds at a position: after a step, or at the start of an arm. */
export function insertWords(doc: IntegrationDoc, place: Place, after: StepId | null, t: TFunction): string {
  if (after !== null) return t('canvas.addStepAfter', { name: stepName(doc.steps[after], t) })
  const arm = 'step' in place ? doc.steps[place.step]?.arms.find(({ id }) => id === place.arm) : undefined
  return t('canvas.addStepInArm', { arm: arm ? armWords(arm, t) : '' })
}
