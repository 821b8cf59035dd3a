import { problem, type Problem } from '#base'
import { authRowsOf, pemProblem, placeholdersIn, type AuthField, type AuthSettings } from '#domain'
import { sendableProblem, type Travel } from './sendable-problem.ts'
import { nameOfField } from './setting-problem.ts'
import { textAt } from './text-at.ts'

/** How a secret leaves. What only signs does not leave at all, and what a URL or a body takes is encoded. */
function travelOf({ type, settings }: AuthSettings, { key }: AuthField): Travel {
  if (type === 'bearer' || key === 'sessionToken' || key === 'accessKeyId') return 'header'
  if (type === 'api-key') {
    const place = settings['insertIn']
    return place === 'header' || place === 'cookie' ? place : 'encoded'
  }
  const parts = type === 'custom' ? authRowsOf(settings['parts']) : []
  const isInHeader = parts.some((part) => part.in === 'header' && placeholdersIn(part.value).includes(key))
  return isInHeader ? 'header' : 'encoded'
}

function isBase64(text: string): boolean {
  const plain = text.replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, '')
  return /^[A-Za-z0-9+/]+$/.test(plain) && plain.length % 4 !== 1
}

/** Whether a webhook's secret is what the sender's rules, or the method's, say it is. */
function webhookSecretProblem(value: string, { settings }: AuthSettings, field: string): Problem | undefined {
  const { preset, secretEncoding } = settings
  const isStandard = preset === 'standard-webhooks'
  const encoding = isStandard ? 'base64' : preset === 'custom' ? secretEncoding : 'text'
  if (encoding === 'hex' && !/^([0-9a-f]{2})+$/i.test(value)) return problem('secret-not-hex', { field })
  const text = isStandard ? value.replace(/^whsec_/, '') : value
  return encoding === 'base64' && !isBase64(text) ? problem('secret-not-base64', { field }) : undefined
}

/** RFC 7518 section 3.2: a secret has at least as many bits as the hash of its algorithm. */
function shortSecretProblem(value: string, { settings }: AuthSettings): Problem | undefined {
  const algorithm = textAt(settings, 'algorithm')
  const bytes = Number(algorithm.slice(2)) / 8
  return new TextEncoder().encode(value).length < bytes
    ? problem('signing-secret-short', { algorithm, bytes })
    : undefined
}

/**
 * What is wrong with one value or secret that is not empty, of a connection or of its method. Holds nothing of the value.
 */
export function secretProblem(field: AuthField, value: string, method: AuthSettings): Problem | undefined {
  const name = nameOfField(field)
  if (field.kind === 'pem') return pemProblem(value, field.key === 'certificate' ? 'certificate' : 'private-key', name)
  if (method.type === 'basic' && field.key === 'username' && value.includes(':')) return problem('username-colon')
  if (field.key === 'accessKeyId' && /\s/.test(value)) return problem('field-space', { field: name })
  const wrong = sendableProblem(value, name, travelOf(method, field))
  if (wrong) return wrong
  if (field.key === 'signingSecret') return shortSecretProblem(value, method)
  return method.type === 'hmac' ? webhookSecretProblem(value, method, name) : undefined
}
