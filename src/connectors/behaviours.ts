import type { Behaviour, BehaviourOf } from './behaviour.ts'
import { logMessage, setFields } from './builtin/core/behaviour.ts'
import { sendRequest } from './builtin/http/behaviour.ts'
import { builtinConnectors } from './registry.ts'
import { templateBehaviour } from './request/template-behaviour.ts'

const OWN: ReadonlyMap<string, Behaviour> = new Map([
  ['core/set-fields', setFields],
  ['core/log', logMessage],
  ['http/send', sendRequest],
])

/**
 * What an action does when it runs; only the runner loads this. Actions with code come first, then the request template
 * of `spec` or of the built-in manifest. `undefined`: nothing is known of the action.
 */
export const behaviourOf: BehaviourOf = (connector, action, spec) => {
  const own = OWN.get(`${connector}/${action}`)
  if (own) return own
  const known =
    spec ?? builtinConnectors.find(({ key }) => key === connector)?.actions.find(({ key }) => key === action)
  return known?.request && templateBehaviour(known.request)
}
