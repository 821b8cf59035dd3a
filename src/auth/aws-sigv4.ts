import { err, hasLoneSurrogate, ok, problem, toHex } from '#base'
import { AwsV4Signer } from 'aws4fetch'
import * as z from 'zod'
import { headerProblem, withHeader, type AuthRequest } from './auth-request.ts'
import type { AuthType } from './auth-type.ts'
import { digestOf } from './hash.ts'

const Text = z.string().default('')

/** They stand between slashes in what is signed, and in a header. */
const Name = z
  .string()
  .regex(/^[\w-]*$/)
  .default('')

export const AwsSettings = z.object({ region: Name, service: Name })
export type AwsSettings = z.infer<typeof AwsSettings>

export const AwsSecrets = z.object({
  accessKeyId: z.string().min(1),
  secretAccessKey: z.string().min(1),
  sessionToken: Text,
})
export type AwsSecrets = z.infer<typeof AwsSecrets>

/** The headers that signing adds. */
const ADDED = ['X-Amz-Date', 'X-Amz-Content-Sha256', 'X-Amz-Security-Token', 'Authorization'] as const

/** Hosts whose names say where they are; the others' region cannot be told. */
const OF_AWS = /\.(amazonaws\.com(\.cn)?|on\.aws|r2\.cloudflarestorage\.com|backblazeb2\.com)$/

const headersOf = ({ headers }: AuthRequest) => headers.map(([name, value]): [string, string] => [name, value])

const dateTimeOf = (now: number): string => new Date(now).toISOString().replaceAll(/[-:]|\.\d{3}/g, '')

/**
 * AWS Signature Version 4 in headers. Region and service are read from AWS's own host names where they are not given; of
 * another host `aws-service-missing` and `aws-region-missing` {field}. The body is signed, for S3 by a header with its hash.
 * Other problems: `auth-settings-invalid`, `auth-value-missing` and `auth-value-invalid` {field}, those of a header.
 */
export const awsSigv4: AuthType<AwsSettings, AwsSecrets> = {
  type: 'aws-sigv4',
  settings: AwsSettings,
  secrets: AwsSecrets,
  sign: async (request, { region, service }, secrets, { clock }) => {
    const halved = Object.entries(secrets).find(([, value]) => hasLoneSurrogate(value))
    if (halved) return err(problem('auth-value-invalid', { field: halved[0] }))
    const { accessKeyId, secretAccessKey, sessionToken } = secrets
    const lines = [...request.headers, ['Authorization', accessKeyId], ['X-Amz-Security-Token', sessionToken]] as const
    const wrong = lines.map(([name, value]) => headerProblem(name, value)).find((found) => found !== undefined)
    if (wrong) return err(wrong)
    const given = {
      ...request,
      headers: headersOf(request),
      accessKeyId,
      secretAccessKey,
      ...(sessionToken !== '' && { sessionToken }),
      ...(region !== '' && { region }),
      ...(service !== '' && { service }),
      datetime: dateTimeOf(clock()),
    }
    const guess = new AwsV4Signer(given)
    if (guess.service === '') return err(problem('aws-service-missing', { field: 'service' }))
    if (region === '' && !OF_AWS.test(guess.url.hostname))
      return err(problem('aws-region-missing', { field: 'region' }))
    const hash = toHex(await digestOf('SHA-256', request.body ?? new Uint8Array()))
    const hashed = withHeader(request, 'X-Amz-Content-Sha256', hash)
    const headers = guess.service === 's3' ? headersOf(hashed) : given.headers
    const signed = await new AwsV4Signer({ ...given, headers }).sign()
    return ok(
      ADDED.reduce((next, name) => {
        const value = signed.headers.get(name)
        return value === null ? next : withHeader(next, name, value)
      }, request),
    )
  },
  redactionValues: ({ secretAccessKey, sessionToken }) => ({
    values: [secretAccessKey, sessionToken].filter((value) => value !== ''),
    fields: ['secretAccessKey', 'sessionToken', 'X-Amz-Security-Token', 'Authorization'],
  }),
}
