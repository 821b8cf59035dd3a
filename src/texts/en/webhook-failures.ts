/** Why a webhook was not believed; part of `lateFailures`. */
export const webhookFailures = {
  'webhook-header-missing': {
    what: 'The webhook has no header {{header}}, which its sender signs with',
    fix: 'Check that the auth method is of who sent it; sign a test payload with “Sign payload”.',
  },
  'webhook-header-repeated': {
    what: 'The webhook has the header {{header}} more than once, so it is not clear which one counts',
    fix: 'Leave one of them; look at what stands between the sender and here.',
  },
  'webhook-signature-malformed': {
    what: 'The header {{header}} holds no signature of the kind that is expected',
    fix: 'Check prefix, separator and the preset of the auth method.',
  },
  'webhook-signature-mismatch': {
    what: 'The signature in {{header}} does not fit the raw body: it was changed, or signed with another secret',
    fix: 'Compare the secret with the sender’s; sign a test payload again with “Sign payload” after changing it.',
  },
  'webhook-timestamp-missing': {
    what: 'The header {{header}} holds no timestamp',
    fix: 'Check the preset of the auth method.',
  },
  'webhook-timestamp-invalid': {
    what: 'The timestamp of the webhook is not a number of seconds',
    fix: 'Check which header the auth method takes it from.',
  },
  'webhook-too-old': {
    what: 'The webhook was signed {{seconds}} seconds ago; {{tolerance}} are allowed, since an old one may be a copy',
    fix: 'Send it again, or sign the test payload again with “Sign payload”.',
  },
  'webhook-too-new': {
    what: 'The webhook was signed {{seconds}} seconds in the future; {{tolerance}} are allowed',
    fix: 'Check the clocks of the sender and of this machine.',
  },
  'webhook-raw-body-missing': {
    what: 'The payload has no text as rawBody, and a signature is made over nothing else',
    fix: 'Run with a test payload of the trigger: “Add payload” makes one with a rawBody, the body as the sender wrote it.',
  },
  'webhook-body-differs': {
    what: 'The signature is right, but the body of the payload is not what stands in its rawBody',
    fix: 'Change body and rawBody of the test payload together, then sign it again with “Sign payload”.',
  },
  'webhook-connection': {
    what: 'The connection “{{connection}}” cannot verify webhooks',
    fix: 'Choose one of the type HMAC on the trigger’s node.',
  },
  'auth-webhook-only': {
    what: 'The connection verifies webhooks, and requests cannot be signed with it',
    fix: 'Choose another connection on the step’s node.',
  },
} as const
