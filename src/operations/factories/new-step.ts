import {
  FAIL_ON_ERROR,
  type ActionSpec,
  type Arm,
  type ArmId,
  type Connector,
  type Inputs,
  type Label,
  type Step,
  type StepId,
  type StepOf,
  type TriggerSpec,
} from '#domain'
import type { CreateId } from './create-id.ts'

/** What every new step starts with. */
export function commonOf(
  createId: CreateId,
  name: string,
): Pick<Step, 'id' | 'name' | 'description' | 'disabled' | 'onError' | 'arms' | 'embed'> {
  return {
    id: createId('step') as StepId,
    name,
    description: '',
    disabled: false,
    onError: FAIL_ON_ERROR,
    arms: [],
    embed: null,
  }
}

/** The defaults of a connector's inputs. Inputs without one are left out: nothing was entered yet. */
function defaultsOf(spec: ActionSpec | TriggerSpec): Inputs {
  return Object.fromEntries(
    spec.inputs.flatMap((input) => (input.default === undefined ? [] : [[input.key, input.default]])),
  )
}

/** The arms a connector's step brings along; an arm `found` of the connector is `arm_found` in the document. */
function armsOf(spec: ActionSpec | TriggerSpec, text: (label: Label) => string): Arm[] {
  return spec.arms.map((arm) => ({ id: `arm_${arm.id}` as ArmId, name: text(arm.name), body: [] }))
}

/** What a step of a connector is made of. `text` gives the words of a label; names in a document are plain text. */
export interface NewConnectorStep<Spec> {
  readonly createId: CreateId
  readonly connector: Pick<Connector, 'key' | 'version'>
  readonly spec: Spec
  readonly name: string
  readonly text?: (label: Label) => string
}

const asItIs = (label: Label): string => label

/** A step that does one action of a connector, with the defaults of its inputs and without a connection. */
export function newActionStep(from: NewConnectorStep<ActionSpec>): StepOf<'action'> {
  const { createId, connector, spec, name, text = asItIs } = from
  return {
    ...commonOf(createId, name),
    kind: 'action',
    connector: { key: connector.key, version: connector.version },
    action: spec.key,
    slot: null,
    inputs: defaultsOf(spec),
    arms: armsOf(spec, text),
  }
}

/** A trigger of a connector, with the defaults of its inputs and without a connection. */
export function newTriggerStep(from: NewConnectorStep<TriggerSpec>): StepOf<'trigger'> {
  const { createId, connector, spec, name, text = asItIs } = from
  return {
    ...commonOf(createId, name),
    kind: 'trigger',
    connector: { key: connector.key, version: connector.version },
    trigger: spec.key,
    slot: null,
    inputs: defaultsOf(spec),
    arms: armsOf(spec, text),
  }
}
