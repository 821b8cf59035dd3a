/** Why tokens could not be had; part of `failures`. */
export const oauthFailures = {
  'consent-missing': {
    what: '{{connection}} is not connected: nobody has given consent yet',
    fix: 'Open its test credentials and connect.',
  },
  'needs-reconnect': {
    what: '{{connection}} has to be connected again: {{host}} gives no new tokens for it',
    fix: 'Access was withdrawn or has ended. Open its test credentials and connect again.',
  },
  'credential-token-origin': {
    what: 'The token URL now leads to {{origin}}; the credentials of {{connection}} are for another place',
    fix: 'Open its test credentials, and connect or enter them again.',
  },
  'token-refused': {
    what: '{{host}} gives no token: {{description}} ({{error}})',
    fix: 'Check the client ID, the client secret, how they are sent, and the scopes of the auth method.',
  },
  'token-answer-invalid': {
    what: 'What {{host}} answers is not an answer with tokens (status {{status}})',
    fix: 'Check the token URL of the auth method.',
  },
  'client-secret-missing': {
    what: 'The auth method {{method}} has no client secret',
    fix: 'Enter it in the test credentials of the connection.',
  },
  'client-secret-not-bound': {
    what: 'The client secret of {{method}} was entered for other addresses than {{origin}}',
    fix: 'Enter it again: it is only sent where it was entered for.',
  },
  'oauth-url-invalid': {
    what: 'An address of the auth method {{method}} is not usable: {{field}}',
    fix: 'Enter an address that begins with https://.',
  },
  'oauth-insecure-url': {
    what: '{{host}} would get secrets without encryption',
    fix: 'Use an https address in the auth method; http is for this machine only.',
  },
} as const
