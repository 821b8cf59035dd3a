import { customerDigest } from './customer-digest.ts'
import { orderOperations } from './order-operations.ts'
import type { Template } from './template.ts'
import { ticketTriage } from './ticket-triage.ts'

/** The templates, in the order home shows them. */
export const TEMPLATES: readonly Template[] = [customerDigest, ticketTriage, orderOperations]
