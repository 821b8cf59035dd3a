import type { ActionSpec, Catalog, Connector } from '#domain'
import type { ControlKind } from '#operations'
import { textOf, type TFunction } from '#texts'

/** Where the palette lists it: `control` and `data` come first, then a group for every connector. */
export type AddableGroup = 'control' | 'data' | { readonly connector: string }

/** One thing the palette can add, with its words in the person's language. */
export interface AddableStep {
  /** The same in every session: `control/branch`, `http/send`. */
  readonly id: string
  readonly make:
    | { readonly kind: 'control'; readonly control: ControlKind }
    | { readonly kind: 'action'; readonly connector: Connector; readonly spec: ActionSpec }
  /** Before the name in the accessible name: the connector's; empty for control steps. */
  readonly prefix: string
  readonly name: string
  readonly summary: string
  readonly icon: string
  readonly group: AddableGroup
}

/** The control steps that this build can run, in the order the palette shows them. */
const CONTROLS = [
  ['branch', 'split'],
  ['loop', 'repeat'],
  ['break-loop', 'log-out'],
  ['stop', 'octagon-x'],
] as const satisfies readonly (readonly [ControlKind, string])[]

/** Everything that can be added: control steps, then the actions of every connector. */
export function addableSteps(catalog: Catalog, t: TFunction): readonly AddableStep[] {
  const controls = CONTROLS.map(([control, icon]): AddableStep => ({
    id: `control/${control}`,
    make: { kind: 'control', control },
    prefix: '',
    name: t(`canvas.kind.${control}`),
    summary: t(`palette.control.${control}`),
    icon,
    group: 'control',
  }))
  const actions = catalog.connectors().flatMap((connector) =>
    connector.actions.map((spec): AddableStep => ({
      id: `${connector.key}/${spec.key}`,
      make: { kind: 'action', connector, spec },
      prefix: textOf(t, connector.name),
      name: textOf(t, spec.name),
      summary: textOf(t, spec.summary),
      icon: connector.icon,
      group: connector.category === 'core' ? 'data' : { connector: textOf(t, connector.name) },
    })),
  )
  return [...controls, ...actions]
}

/** The accessible name of an entry: `HTTP Send request`, `Branch`. */
export const addableName = ({ prefix, name }: AddableStep): string => (prefix === '' ? name : `${prefix} ${name}`)
