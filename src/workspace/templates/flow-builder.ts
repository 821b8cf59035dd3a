import { must } from '#base'
import {
  SCHEMA_VERSION,
  StableKey,
  specOf,
  type Arm,
  type ArmId,
  type Condition,
  type Flow,
  type InputValue,
  type Inputs,
  type IntegrationDoc,
  type IntegrationId,
  type Slot,
  type SlotId,
  type Step,
  type StepId,
} from '#domain'
import { builtinConnectors, createBuiltinCatalog } from '#connectors'
import { newActionStep, newControlStep, newFlow, newManualTrigger, type CreateId } from '#operations'
import type { Text } from './template.ts'

/** The stable key of the connection every template uses. */
export const DEMO_CONNECTION = StableKey.parse('demo-api')

/** A step with everything inside it. */
export interface Branching {
  readonly step: Step
  readonly inside: readonly Step[]
}

/** A reference into the item a loop is at. */
export type CurrentItem = (...path: readonly (string | number)[]) => Extract<InputValue, { kind: 'reference' }>

/** Builds the flows of a template: each method makes a step, `flow` puts them in order, `document` ends it. */
export interface FlowBuilder {
  readonly action: (connector: 'core' | 'demo', action: string, name: string, inputs: Inputs) => Branching
  /** `body` is made from the frame: what the steps inside refer to as the current item. */
  readonly loop: (name: string, items: InputValue, body: (current: CurrentItem) => readonly Branching[]) => Branching
  readonly branch: (
    name: string,
    arm: { readonly name: string; readonly when: Condition; readonly body: readonly Branching[] },
    otherwise: readonly Branching[],
  ) => Branching
  readonly flow: (name: string, description: string, body: readonly Branching[]) => void
  readonly document: (name: string, description: string) => IntegrationDoc
}

const BODY = 'body' as ArmId
const OTHERWISE = 'otherwise' as ArmId

const idsOf = (steps: readonly Branching[]): StepId[] => steps.map(({ step }) => step.id)
const allOf = (steps: readonly Branching[]): Step[] => steps.flatMap(({ step, inside }) => [step, ...inside])

function filled(step: Step, bodies: Readonly<Record<ArmId, readonly Branching[]>>): Branching {
  const arms = step.arms.map((arm): Arm => ({ ...arm, body: idsOf(bodies[arm.id] ?? []) }))
  return { step: { ...step, arms }, inside: Object.values(bodies).flatMap(allOf) }
}

/** A builder whose names are the words of `text`. */
export function createFlowBuilder(createId: CreateId, text: Text): FlowBuilder {
  const catalog = createBuiltinCatalog()
  const slot: Slot = {
    id: createId('slot') as SlotId,
    name: text(must(catalog.connector('demo'), 'the demo connector is built in').name),
    connector: 'demo',
    connection: DEMO_CONNECTION,
    required: true,
    visibility: 'organization',
    description: '',
  }
  const flows: Flow[] = []
  const steps: Step[] = []
  const control = (kind: 'branch' | 'loop', name: string) => newControlStep(kind, { createId, name, armName: () => '' })

  return {
    action: (key, action, name, inputs) => {
      const connector = must(
        builtinConnectors.find((candidate) => candidate.key === key),
        `connector ${key}`,
      )
      const spec = must(
        connector.actions.find((candidate) => candidate.key === action),
        `action ${action}`,
      )
      const step = newActionStep({ createId, connector, spec, name })
      const slotId = specOf(catalog, step)?.connection === 'none' ? null : slot.id
      return { step: { ...step, slot: slotId, inputs: { ...step.inputs, ...inputs } }, inside: [] }
    },
    loop: (name, items, body) => {
      const step = control('loop', name)
      const current: CurrentItem = (...path) => ({
        kind: 'reference',
        step: step.id,
        path: ['currentItem', ...path],
      })
      return filled({ ...step, over: { mode: 'items', items } } as Step, { [BODY]: body(current) })
    },
    branch: (name, arm, otherwise) => {
      const step = control('branch', name)
      const [first] = step.arms
      const id = must(first, 'a new branch has an arm').id
      const arms = step.arms.map((candidate): Arm =>
        candidate.id === id
          ? { ...candidate, name: arm.name, test: { kind: 'condition', condition: arm.when } }
          : candidate,
      )
      return filled({ ...step, arms }, { [id]: arm.body, [OTHERWISE]: otherwise })
    },
    flow: (name, description, body) => {
      const made = newFlow({ createId, name, trigger: newManualTrigger(createId, text('home.triggerName')) })
      flows.push({ ...made.flow, description, body: idsOf(body) })
      steps.push(...made.steps, ...allOf(body))
    },
    document: (name, description) => ({
      schemaVersion: SCHEMA_VERSION,
      id: createId('int') as IntegrationId,
      name,
      description,
      labels: [],
      projectId: null,
      flows: Object.fromEntries(flows.map((flow) => [flow.id, flow])),
      flowOrder: flows.map(({ id }) => id),
      steps: Object.fromEntries(steps.map((step) => [step.id, step])),
      slots: { [slot.id]: slot },
      variables: {},
      pages: {},
      pageOrder: [],
      notes: {},
    }),
  }
}

/** A reference to a step's result. */
export const resultOf = ({ step }: Branching, ...path: readonly (string | number)[]): InputValue => ({
  kind: 'reference',
  step: step.id,
  path,
})
