export { headerProblem, type AuthRequest, type MadeToken } from './auth-request.ts'
export type { AuthType, RedactionValues, RegisteredAuthType, SignContext } from './auth-type.ts'
export { authTypeOf } from './auth-type-of.ts'
export { OAuth1Secrets, OAuth1Settings, signOAuth1 } from './oauth1.ts'
export {
  oauth1AuthorizationUrl,
  oauth1EndpointsOf,
  readOAuth1Token,
  type OAuth1Endpoints,
  type OAuth1Token,
} from './oauth1-consent.ts'
export { authorizationUrl, type AuthorizationRequest } from './oauth2/authorization-url.ts'
export { clientAuthorization } from './oauth2/client-authorization.ts'
export { oauth2ClientOf, type OAuth2Client } from './oauth2/oauth2-client.ts'
export { isRenewalDue, type TokenLife } from './oauth2/token-life.ts'
export { signWebhook } from './sign-webhook.ts'
export { verifyWebhook, type WebhookDelivery } from './verify-webhook.ts'
