import type { IntegrationDoc } from '#domain'
import type { CreateId } from '#operations'

/** Gives the words of a text key in the person's language: a document holds plain names. */
export type Text = (key: string) => string

/** A finished integration to begin from. It runs without any account, against the demo API. */
export interface Template {
  readonly key: 'customer-digest' | 'ticket-triage' | 'order-operations'
  /** Makes the document with ids of its own. */
  readonly build: (createId: CreateId, text: Text) => IntegrationDoc
}
