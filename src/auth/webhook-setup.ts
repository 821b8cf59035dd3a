import { err, ok, problem, type Problem, type Result } from '#base'
import type * as z from 'zod'
import { HmacSecrets } from './hmac.ts'
import { HmacSettings, schemeOf, type WebhookScheme } from './webhook-scheme.ts'

/** What there is to verify or sign a webhook with. */
export interface WebhookSetup {
  readonly scheme: WebhookScheme
  readonly secrets: HmacSecrets
  /** Seconds a timestamp may be off. */
  readonly tolerance: number
}

const fieldOf = ({ issues: [first] }: z.ZodError): string => String(first?.path[0] ?? '')

/** Reads the settings of an auth method and the secrets. Problems `auth-settings-invalid` and `auth-value-missing` {field}. */
export function webhookSetupOf(given: unknown, values: unknown): Result<WebhookSetup, Problem> {
  const settings = HmacSettings.safeParse(given)
  if (!settings.success) return err(problem('auth-settings-invalid', { field: fieldOf(settings.error) }))
  const secrets = HmacSecrets.safeParse(values)
  if (!secrets.success) return err(problem('auth-value-missing', { field: fieldOf(secrets.error) }))
  return ok({ scheme: schemeOf(settings.data), secrets: secrets.data, tolerance: settings.data.tolerance })
}
