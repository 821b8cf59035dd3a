import type { Catalog, Step } from '#domain'

const CONTROL_ICONS = {
  branch: 'split',
  loop: 'repeat',
  parallel: 'columns-3',
  code: 'braces',
  'call-flow': 'corner-down-right',
  respond: 'reply',
  stop: 'octagon-x',
  'break-loop': 'log-out',
  block: 'box',
  unknown: 'circle-help',
} as const

/** The name of a step's icon: its connector's, or its kind's. */
export function stepIconName(step: Step, catalog: Catalog): string {
  if (step.kind === 'trigger' || step.kind === 'action') {
    return catalog.connector(step.connector.key)?.icon ?? CONTROL_ICONS.unknown
  }
  return CONTROL_ICONS[step.kind]
}
