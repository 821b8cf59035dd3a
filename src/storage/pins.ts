import { isJsonObject, type Json, type Problem, type Result } from '#base'
import { JsonValue, type IntegrationId, type StepId } from '#domain'
import { asJson } from './as-json.ts'
import { attempt } from './attempt.ts'
import type { Database } from './database.ts'

/** Outputs by step. */
export type Pins = Readonly<Record<StepId, Json>>

/** What is stored for each step, damaged or not. */
async function storedPins(database: Database, integration: IntegrationId): Promise<Readonly<Record<string, unknown>>> {
  const pins: unknown = (await database.pins.get(integration))?.pins
  return isJsonObject(pins) ? pins : {}
}

/** The pinned outputs of an integration; one that is damaged does not take others with it. */
export async function readPins(database: Database, integration: IntegrationId): Promise<Pins> {
  const pins = Object.entries(await storedPins(database, integration))
  return Object.fromEntries(pins.filter(([, output]) => JsonValue.safeParse(output).success)) as Pins
}

/** Pins the output of one step, or with null none; those of others stay as they are stored. */
export function savePin(
  database: Database,
  integration: IntegrationId,
  step: StepId,
  output: Json | null,
): Promise<Result<void, Problem>> {
  return attempt(database, () =>
    database.transaction('rw', database.pins, async () => {
      const { [step]: _, ...others } = await storedPins(database, integration)
      const pins = output === null ? others : { ...others, [step]: asJson(output) }
      await database.pins.put({ integration, pins })
    }),
  )
}
