/**
 * A provider's consent that is being asked for. `window`: the person answers at `url`, in a window of the provider.
 * `device`: the person enters `userCode` at `verificationUrl`, on any device, until `expiresAt`.
 */
export type ConsentRequest =
  | {
      readonly kind: 'window'
      readonly id: string
      /** Where the person answers; has a state in it that is good for one answer. */
      readonly url: string
      readonly host: string
    }
  | {
      readonly kind: 'device'
      readonly id: string
      readonly userCode: string
      readonly verificationUrl: string
      /** The same with the code in it, where the provider has such an address. */
      readonly completeUrl: string | null
      /** Milliseconds since the epoch. */
      readonly expiresAt: number
      readonly host: string
    }

/** A consent that was given, and kept. */
export interface Consent {
  /** When the access it gives ends, in milliseconds since the epoch; null: the provider did not say. */
  readonly expiresAt: number | null
  /** Whether access is renewed without asking again. */
  readonly isRenewable: boolean
}
