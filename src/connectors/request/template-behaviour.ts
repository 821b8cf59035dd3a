import { err } from '#base'
import type { RequestTemplate } from '#domain'
import type { Behaviour } from '../behaviour.ts'
import { bodyValue } from './body-value.ts'
import { checkRequest } from './check-request.ts'
import { requestOfTemplate } from './request-of-template.ts'
import { statusFailure } from './status-failure.ts'

/** What an action does that is nothing but a request: its result is the response's body, JSON expected. */
export function templateBehaviour(template: RequestTemplate): Behaviour {
  return async ({ inputs, connection, send }) => {
    const request = requestOfTemplate(template, inputs)
    if (!request.ok) return request
    const checked = checkRequest(request.value, connection)
    if (!checked.ok) return checked
    const response = await send(checked.value)
    if (!response.ok) return response
    const failure = statusFailure(response.value)
    return failure ? err(failure) : bodyValue(response.value, 'json')
  }
}
