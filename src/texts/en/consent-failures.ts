/** Why a consent came to nothing; `failures` that load with the panel that asks for it. */
export const consentFailures = {
  'consent-denied': {
    what: '{{host}} says that access was denied',
    fix: 'Try again and allow the access there.',
  },
  'consent-refused': {
    what: '{{host}} refused the request: {{description}} ({{error}})',
    fix: 'Check the client ID, the scopes and that the redirect URL is registered there.',
  },
  'consent-state-mismatch': {
    what: 'An answer came that does not belong to this request, so it was refused',
    fix: 'Nothing was connected. Close other windows of the provider and try again.',
  },
  'consent-issuer-mismatch': {
    what: 'The answer says it comes from {{issuer}}, and {{expected}} was asked',
    fix: 'If {{issuer}} is right, enter it as issuer of the auth method.',
  },
  'consent-issuer-missing': {
    what: 'The answer does not say which issuer it comes from, and {{expected}} was expected',
    fix: 'If the provider does not name itself in answers, leave the issuer of the auth method empty.',
  },
  'consent-answer-invalid': {
    what: 'The answer of {{host}} has no code in it',
    fix: 'Check that the authorization URL is the right one, then try again.',
  },
  'consent-used': {
    what: 'This answer was used before, or the request was given up',
    fix: 'Connect again where you began.',
  },
  'consent-not-needed': {
    what: '{{connection}} needs nobody’s consent',
    fix: 'Its auth method gets tokens by itself.',
  },
  'consent-cancelled': { what: 'The request was cancelled', fix: 'Try again when you like.' },
  'consent-expired': { what: 'The code has expired before it was entered', fix: 'Get a new code.' },
} as const
