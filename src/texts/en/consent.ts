/** What a provider's consent gives, and how long, wherever connections are shown. The rest is in `consent-panel.ts`. */
export const consent = {
  expires: 'expires {{when}}',
  expired: 'expired {{when}}',
  expiresRenewed: 'expires {{when}}, renewed by itself',
  expiredRenewed: 'renewed with the next request',
  alreadyConnected: 'Connected',
  notConnected: 'Not connected',
  fetched: 'Fetched by itself',
  connectFirst: 'Connect',
  connectAgain: 'Connect again',
  renewed: 'renewed by itself',
} as const
