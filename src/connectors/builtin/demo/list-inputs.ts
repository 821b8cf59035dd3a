import { literal } from '#domain'
import type { InputDraft } from '../../define-connector.ts'

/** The record an action is about. */
export const idInput: InputDraft = { key: 'id', type: 'number', required: true }

/** Which page of a list; every list of the demo API has it. */
export const listInputs: readonly InputDraft[] = [
  { key: 'page', type: 'number', default: literal(1) },
  { key: 'limit', type: 'number', default: literal(20), help: true },
]

/** The query of `listInputs`. */
export const listQuery = { page: '{page}', limit: '{limit}' } as const
