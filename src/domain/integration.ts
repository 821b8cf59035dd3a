import * as z from 'zod'
import { Flow } from './flow.ts'
import { FlowId, IntegrationId, NoteId, PageId, ProjectId, SlotId, StepId, VariableId } from './ids.ts'
import { JsonValue } from './json-value.ts'
import { Note } from './note.ts'
import { Slot } from './slot.ts'
import { Step } from './step.ts'
import { Variable } from './variable.ts'
import { WizardPage } from './wizard.ts'

/** The version this build writes. An older document is migrated when it is loaded, a newer one refused. */
export const SCHEMA_VERSION = 1

/**
 * One integration: what undo, export, revisions and diffs are about. Plain immutable JSON in flat tables; it holds no
 * selection, position, validity, run result or secret.
 */
export const IntegrationDoc = z.strictObject({
  schemaVersion: z.literal(SCHEMA_VERSION),
  id: IntegrationId,
  name: z.string(),
  description: z.string(),
  labels: z.array(z.string()),
  projectId: ProjectId.nullable(),
  flows: z.record(FlowId, Flow),
  flowOrder: z.array(FlowId),
  steps: z.record(StepId, Step),
  slots: z.record(SlotId, Slot),
  variables: z.record(VariableId, Variable),
  pages: z.record(PageId, WizardPage),
  pageOrder: z.array(PageId),
  notes: z.record(NoteId, Note),
  foreign: z.record(z.string(), JsonValue).optional(),
})
export type IntegrationDoc = Readonly<z.infer<typeof IntegrationDoc>>
