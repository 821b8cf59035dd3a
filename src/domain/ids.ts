import * as z from 'zod'

/*
 * Prefixed and branded: recognisable in a log, and one kind of id is not assignable to another.
 * Names are labels, never keys.
 */

const idOf = (prefix: string) => z.string().regex(new RegExp(`^${prefix}_[a-z0-9]{6,24}$`))

export const IntegrationId = idOf('int').brand<'IntegrationId'>()
export type IntegrationId = z.infer<typeof IntegrationId>

export const ProjectId = idOf('proj').brand<'ProjectId'>()
export type ProjectId = z.infer<typeof ProjectId>

export const FlowId = idOf('flow').brand<'FlowId'>()
export type FlowId = z.infer<typeof FlowId>

export const StepId = idOf('step').brand<'StepId'>()
export type StepId = z.infer<typeof StepId>

export const SlotId = idOf('slot').brand<'SlotId'>()
export type SlotId = z.infer<typeof SlotId>

export const VariableId = idOf('var').brand<'VariableId'>()
export type VariableId = z.infer<typeof VariableId>

export const PageId = idOf('page').brand<'PageId'>()
export type PageId = z.infer<typeof PageId>

export const NoteId = idOf('note').brand<'NoteId'>()
export type NoteId = z.infer<typeof NoteId>

export const ConnectionId = idOf('conn').brand<'ConnectionId'>()
export type ConnectionId = z.infer<typeof ConnectionId>

export const AuthMethodId = idOf('auth').brand<'AuthMethodId'>()
export type AuthMethodId = z.infer<typeof AuthMethodId>

export const CredentialId = idOf('cred').brand<'CredentialId'>()
export type CredentialId = z.infer<typeof CredentialId>

export const EnvironmentId = idOf('env').brand<'EnvironmentId'>()
export type EnvironmentId = z.infer<typeof EnvironmentId>

export const CustomerId = idOf('cust').brand<'CustomerId'>()
export type CustomerId = z.infer<typeof CustomerId>

export const RunId = idOf('run').brand<'RunId'>()
export type RunId = z.infer<typeof RunId>

export const TestPayloadId = idOf('load').brand<'TestPayloadId'>()
export type TestPayloadId = z.infer<typeof TestPayloadId>

/** A key the builder gives a connection, the same in every tenant: lower-case words joined by hyphens. */
export const StableKey = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,62}$/)
  .brand<'StableKey'>()
export type StableKey = z.infer<typeof StableKey>

/**
 * Names an arm within its step. `body` is a loop's, `otherwise` what a branch does when no arm matches, `error` what
 * `onError: handle` runs; the others are made with their arm.
 */
export const ArmId = z
  .string()
  .regex(/^(body|otherwise|error|arm_[a-z0-9]{1,24})$/)
  .brand<'ArmId'>()
export type ArmId = z.infer<typeof ArmId>
