import type { AuthTypeKey } from '#domain'
import { apiKey } from './api-key.ts'
import { registerAuthType, type RegisteredAuthType } from './auth-type.ts'
import { awsSigv4 } from './aws-sigv4.ts'
import { basic } from './basic.ts'
import { bearer } from './bearer.ts'
import { clientCertificate } from './client-certificate.ts'
import { custom } from './custom.ts'
import { hmac } from './hmac.ts'
import { jwt } from './jwt.ts'
import { noAuth } from './no-auth.ts'
import { oauth1 } from './oauth1.ts'
import { oauth2 } from './oauth2.ts'

const REGISTRY: Readonly<Record<AuthTypeKey, RegisteredAuthType>> = {
  none: registerAuthType(noAuth),
  'api-key': registerAuthType(apiKey),
  bearer: registerAuthType(bearer),
  basic: registerAuthType(basic),
  oauth2: registerAuthType(oauth2),
  oauth1: registerAuthType(oauth1),
  jwt: registerAuthType(jwt),
  'aws-sigv4': registerAuthType(awsSigv4),
  custom: registerAuthType(custom),
  'client-certificate': registerAuthType(clientCertificate),
  hmac: registerAuthType(hmac),
}

/** How requests are signed for an auth type. */
export function authTypeOf(key: AuthTypeKey): RegisteredAuthType {
  return REGISTRY[key]
}
