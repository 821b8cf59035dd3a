/** How long an access token lives, in milliseconds since the epoch; `expiresAt` null: nobody knows. */
export interface TokenLife {
  readonly receivedAt: number
  readonly expiresAt: number | null
}

const MARGIN_MS = 60_000

/** How long before its end a token is renewed: a minute, or a tenth of a life that is shorter than ten. */
function marginOf(receivedAt: number, expiresAt: number): number {
  return Math.min(MARGIN_MS, Math.max(0, expiresAt - receivedAt) / 10)
}

/** Whether a token should be renewed before it is used: it would end on the way. */
export function isRenewalDue({ receivedAt, expiresAt }: TokenLife, now: number): boolean {
  return expiresAt !== null && now >= expiresAt - marginOf(receivedAt, expiresAt)
}
