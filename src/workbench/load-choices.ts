import { err, isJsonObject, ok, valueAt, type Json, type Result } from '#base'
import { requestOfTemplate } from '#connectors'
import type { Connector, DataSourceSpec, Failure, StableKey, StepResponse } from '#domain'
import type { RunnerPort } from './ports.ts'

/** One choice of an input, as the connection's API gave it. */
export interface LoadedChoice {
  readonly value: Json
  readonly label: string
}

/** What the choices of an input are asked with. */
export interface ChoicesQuery {
  readonly connector: Connector
  readonly dataSource: string
  readonly connection: StableKey
  /** The values of the inputs the choices depend on. */
  readonly inputs: Readonly<Record<string, Json>>
}

const failure = (code: string, params: Failure['params'] = {}): Failure => ({ code, params, retryable: false, at: {} })

/**
 * Asks the connection's API for the choices of an input, with its test credentials. Failures: those of sending,
 * `http-status` {status}, and `choices-unreadable` where the answer holds no list.
 */
export async function loadChoices(
  runner: Pick<RunnerPort, 'send'>,
  query: ChoicesQuery,
): Promise<Result<readonly LoadedChoice[], Failure>> {
  const source = query.connector.dataSources.find(({ key }) => key === query.dataSource)
  if (!source) return err(failure('choices-unreadable'))
  const request = requestOfTemplate(source.request, query.inputs)
  if (!request.ok) return request
  const response = await runner.send(request.value, { connection: query.connection })
  return response.ok ? choicesIn(response.value, source) : response
}

function choicesIn({ status, body }: StepResponse, source: DataSourceSpec): Result<readonly LoadedChoice[], Failure> {
  if (status >= 400) return err(failure('http-status', { status }))
  const items = body.kind === 'json' ? valueAt(body.value, source.items) : undefined
  if (!Array.isArray(items)) return err(failure('choices-unreadable'))
  return ok(items.flatMap((item: Json) => choiceOf(item, source)))
}

const labelOf = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value))

function choiceOf(item: Json, source: DataSourceSpec): readonly LoadedChoice[] {
  if (!isJsonObject(item)) return [{ value: item, label: labelOf(item) }]
  const value = item[source.value]
  if (value === undefined) return []
  return [{ value, label: labelOf(item[source.label] ?? value) }]
}
