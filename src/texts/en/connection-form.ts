import { authTypes } from './auth-types.ts'

/**
 * What only the connection form says, loaded with it: help of fields by auth type and key, of choices, and what a page
 * cannot do alone. Merged into the area `connections`.
 */
export const connectionForm = {
  ...authTypes,
  fieldHelp: {
    'api-key': {
      insertIn: 'A header is best: what is in a URL ends up in logs.',
      valueTemplate: '${key} stands for the API key, e.g. “Bearer ${key}”.',
    },
    oauth2: {
      clientId: 'The provider gives it to you when you register this application there.',
      clientSecret: 'Sealed with the auth method: the next connection does not ask for it.',
      scopes: 'What access is asked for, with spaces or commas between.',
      scopesSent: 'Sent as: {{scopes}}',
      tokenUrl: 'Asked from this browser, and by the local server where the provider does not let pages ask (CORS).',
      pkce: 'Protects the sign-in. Switch it off only when the provider refuses it.',
      issuer: 'Checked against the provider’s answer, where it says who it is.',
      authorizationParameters: 'Sent along to the sign-in window, e.g. prompt or audience.',
      tokenParameters: 'Sent along whenever a token is asked for, e.g. audience or resource.',
      clientAuth: 'How client ID and secret reach the token URL.',
      password: 'Sent to the token URL only.',
    },
    oauth1: {
      flow: 'Where the token comes from that requests are signed with.',
      includeVersion: 'Adds oauth_version="1.0", as most APIs expect.',
      bodyHash: 'Signs bodies that are no forms, too (oauth_body_hash).',
      realm: 'Part of the Authorization header, where the API asks for it.',
      consumerSecret: 'It signs requests and is not sent.',
      privateKey: 'In PEM, without a passphrase. It signs requests and is not sent.',
      oauthToken: 'Empty where requests are signed for the application alone.',
    },
    jwt: {
      issuer: 'The claim iss: who signs, often a client ID or an account’s address.',
      subject: 'The claim sub: whom it is for.',
      audience: 'The claim aud: who is to accept it, often the API’s address.',
      lifetime: 'A token is used for half of it, at most five minutes; then a new one is signed.',
      keyId: 'The header kid: which of your keys signed it.',
      claims: 'Further claims. Numbers, true, false and JSON keep their kind; in quotation marks they are text.',
      valueTemplate: '${token} stands for the signed token.',
      privateKey: 'In PEM, without a passphrase; it signs and is not sent.',
      signingSecret: 'It signs and is not sent.',
    },
    'aws-sigv4': {
      region: 'Such as eu-central-1; empty: taken from the host name of AWS.',
      service: 'Such as s3 or execute-api; empty: taken from the host name of AWS.',
      sessionToken: 'Only with temporary credentials.',
    },
    'client-certificate': {
      certificate: 'In PEM, with the certificates that lead up to it, if any.',
      privateKey: 'In PEM, without a passphrase.',
    },
    custom: {
      parts: 'Write a secret as ${name}, e.g. “Bearer ${token}”. Each name becomes a field below.',
    },
    hmac: {
      preset: 'The rules of the service that sends the webhooks.',
      signedContent: 'What is signed: ${body}, ${timestamp} and ${id}, with what stands between them.',
      prefix: 'Before the signature in its header, e.g. sha256=',
      separator: 'Between several signatures in one header; empty: there is one.',
      timestampHeader: 'Where ${timestamp} comes from.',
      idHeader: 'Where ${id} comes from.',
      tolerance: 'Older webhooks are refused, since they may be replayed.',
      webhookSecret: 'It is never sent: it only shows that a webhook is genuine.',
      previousSecret: 'Still accepted while the sender changes over to the new one.',
    },
  },
  choiceHelp: {
    'authorization-code': 'A person signs in at the provider and allows the access.',
    'client-credentials': 'The application signs in by itself, with its client ID and secret.',
    password: 'User name and password are exchanged for a token. Only where nothing else is offered.',
    device: 'A person enters a code at the provider, on any device.',
    tokens: 'The provider shows you an access token and its secret, or none is needed.',
    'three-legged': 'A person signs in at the provider and allows the access.',
    PLAINTEXT: 'Nothing is signed: the secrets themselves are sent. Only over https.',
  },
  relayNotes: {
    cookie: 'A page cannot send cookies elsewhere: the local server sends these requests. Without it, they fail.',
    'forbidden-header': 'A page cannot set this header: the local server sends these requests. Without it, they fail.',
    'client-certificate':
      'A page cannot present a certificate: the local server sends these requests. Without it, they fail.',
    'insecure-url':
      'A page cannot call http on another machine: the local server sends these requests. Without it, they fail.',
  },
  redirectUri: 'Redirect URL',
  redirectUriHelp: 'Register it with the provider, letter by letter: the sign-in window comes back to it.',
  globalFields: 'Set once: every connection with this auth method has the same.',
  ownFields: 'What is entered here is this connection’s alone.',
  methodSecretsMissing: 'The auth method lacks what follows. It is sealed with it, for all its connections.',
  secretsSet: 'What this auth method keeps secret is set; nothing more has to be entered for it.',
  moreOptions: 'More options',
  rowWords: { name: 'Name', value: 'Value', place: 'Place' },
  addRow: { parts: 'Add a part', claims: 'Add a claim', other: 'Add a parameter' },
  partValue: 'e.g. Bearer ${token}',
  noneUses: {
    title: 'When to use it:',
    publicApi: 'public APIs,',
    gateway: 'services that a gateway or VPN authenticates for you,',
    local: 'tests against a local or mock API.',
  },
  guidance: 'Start with your own credentials; embed a connection when your customers have to sign in themselves.',
  helpLinks: {
    connections: 'About connections',
    'auth-methods': 'About auth methods',
    'embedded-connectors': 'When to embed',
  },
  opensTab: 'opens in a new tab',
  editMethod: {
    title: 'Edit auth method {{name}}',
    shared_one: '{{count}} connection uses it.',
    shared_other: '{{count}} connections use it: what you change here changes for all of them.',
    blanks: 'An address with another origin: what is sealed for {{origins}} has to be entered again.',
    saved: 'Auth method {{name}} is saved',
  },
} as const
