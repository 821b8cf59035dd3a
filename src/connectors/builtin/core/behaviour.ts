import { ok } from '#base'
import type { Behaviour, BehaviourContext } from '../../behaviour.ts'
import { textValue } from '../../request/text-value.ts'

type Level = Parameters<BehaviourContext['log']>[0]

const LEVELS: readonly Level[] = ['debug', 'info', 'warn', 'error']

/** Result: the object that the rows make; each value keeps its type. */
export const setFields: Behaviour = ({ inputs }) => Promise.resolve(ok(inputs['fields'] ?? {}))

/** Writes to the log of the step. Result: the message as text. */
export const logMessage: Behaviour = ({ inputs, log }) => {
  const level = LEVELS.find((candidate) => candidate === inputs['level']) ?? 'info'
  const text = textValue(inputs['message'] ?? '')
  log(level, text)
  return Promise.resolve(ok(text))
}
