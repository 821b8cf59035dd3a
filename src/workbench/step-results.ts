import type { Json } from '#base'
import { specOf, type Catalog, type IntegrationDoc, type StepId } from '#domain'
import type { RunView } from './run-view.ts'

/** What a step gives while designing, and where that comes from. */
export interface StepResult {
  readonly value: Json
  readonly from: 'run' | 'pinned' | 'sample'
}

/** What is known of the results of a flow. */
export interface ResultSources {
  readonly doc: IntegrationDoc
  readonly catalog: Catalog
  readonly run: RunView | null
  readonly pins: Readonly<Record<StepId, Json>>
}

/** The result of a step as designing sees it: pinned, else of the run shown, else the connector's sample. */
export function stepResultOf(sources: ResultSources, id: StepId): StepResult | null {
  const pinned = sources.pins[id]
  if (pinned !== undefined) return { value: pinned, from: 'pinned' }
  const latest = sources.run?.byStep[id]?.latest
  const output = latest ? sources.run?.steps[latest]?.output : undefined
  if (output && output.state === 'complete') return { value: output.value, from: 'run' }
  const step = sources.doc.steps[id]
  const sample = step && specOf(sources.catalog, step)?.sample
  return sample === undefined ? null : { value: sample, from: 'sample' }
}
