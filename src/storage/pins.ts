import type { Json, Problem, Result } from '#base'
import type { IntegrationId, StepId } from '#domain'
import { attempt } from './attempt.ts'
import type { Database } from './database.ts'
import { PinsRow } from './rows.ts'

/** Outputs by step. */
export type Pins = Readonly<Record<StepId, Json>>

/** The pinned outputs of an integration. */
export async function readPins(database: Database, integration: IntegrationId): Promise<Pins> {
  return PinsRow.safeParse(await database.pins.get(integration)).data?.pins ?? {}
}

/** Replaces the pinned outputs of an integration. */
export function savePins(database: Database, integration: IntegrationId, pins: Pins): Promise<Result<void, Problem>> {
  return attempt(database, async () => {
    await database.pins.put({ integration, pins })
  })
}
