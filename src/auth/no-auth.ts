import { ok } from '#base'
import * as z from 'zod'
import type { AuthType } from './auth-type.ts'

const Nothing = z.object({})

/** For APIs that ask for nothing: the request stays as it is. */
export const noAuth: AuthType<object, object> = {
  type: 'none',
  settings: Nothing,
  secrets: Nothing,
  sign: async (request) => ok(request),
  redactionValues: () => ({ values: [], fields: [] }),
}
