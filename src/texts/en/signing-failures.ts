/** Why a request could not be signed; part of `lateFailures`. */
export const signingFailures = {
  'aws-region-missing': {
    what: 'The region of the AWS signature cannot be told from the host of this address',
    fix: 'Enter the region in the auth method, such as “eu-central-1”.',
  },
  'aws-service-missing': {
    what: 'The service of the AWS signature cannot be told from the host of this address',
    fix: 'Enter the service in the auth method, such as “s3” or “execute-api”.',
  },
  'body-member-impossible': {
    what: 'The auth method adds “{{name}}” to the body, and this request has no JSON object or form as its body',
    fix: 'Send a JSON object or a form, or let the auth method put “{{name}}” into a header.',
  },
  'cookie-name': {
    what: '“{{name}}” cannot be the name of a cookie',
    fix: 'Correct it in the auth method: letters, digits and hyphens.',
  },
  'cookie-value': {
    what: 'The value of the cookie “{{name}}” holds characters that a cookie cannot',
    fix: 'Enter it as the API expects it, encoded: without spaces, quotes, commas, semicolons and accents.',
  },
  'oauth1-token-invalid': {
    what: 'The provider answered without a token',
    fix: 'Check the addresses and the consumer key of the auth method.',
  },
  'pem-none': {
    what: 'The {{field}} is not PEM, or is cut off',
    fix: 'Enter it whole, from “-----BEGIN …-----” to “-----END …-----”.',
  },
  'pem-encrypted': {
    what: 'The {{field}} is protected by a passphrase, which cannot be asked for here',
    fix: 'Export it without one; it is sealed in this browser.',
  },
  'pem-wrong': {
    what: 'What was entered as {{field}} holds something else: “{{found}}”',
    fix: 'Enter the {{field}} alone.',
  },
  'pem-damaged': {
    what: 'The {{field}} is damaged between its first and last line',
    fix: 'Copy it again.',
  },
  'pem-kind': {
    what: 'The {{field}} is not a key for {{expected}}',
    fix: 'Enter a key of that kind, or change the algorithm in the auth method.',
  },
  'private-key-short': {
    what: 'The {{field}} is too short to be safe: at least {{bits}} bits are needed',
    fix: 'Make a longer one, and register its public key with the API.',
  },
  'signing-secret-short': {
    what: 'The signing secret is too short for {{algorithm}}: at least {{bytes}} bytes are needed',
    fix: 'Enter a longer one, or choose another algorithm.',
  },
  'template-without-token': {
    what: 'The value template does not hold ${token}',
    fix: 'Put ${token} where the token belongs.',
  },
} as const
