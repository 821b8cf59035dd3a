import { isJsonObject, valueAt, type Json } from '#base'
import { scopeForm, scopeOf, type Catalog, type IntegrationDoc, type ScopeForm, type Step, type StepId } from '#domain'
import { stepResultOf, type RunView, type TestPayload } from '#workbench'
import { stepIconName } from '../step-icon-name.ts'
import type { ScopeSource } from './field-scope.ts'

/** What the results of a flow are known from. */
export interface KnownResults {
  readonly doc: IntegrationDoc
  readonly catalog: Catalog
  readonly run: RunView | null
  readonly pins: Readonly<Record<StepId, Json>>
  readonly payloads: readonly TestPayload[]
  readonly payload: string | null
}

type Found = Pick<ScopeSource, 'value' | 'from'>

const NOTHING: Found = { value: undefined, from: 'none' }

/** The steps an input of `step` may refer to with what is known of their results, nearest first, the trigger last. */
export function sourcesOf(known: KnownResults, step: StepId): readonly ScopeSource[] {
  return scopeOf(known.doc, step)
    .toReversed()
    .flatMap(({ step: id, as }) => {
      const record = known.doc.steps[id]
      if (!record) return []
      return [
        { step: id, name: record.name, icon: stepIconName(record, known.catalog), as, ...knownAs(known, record, as) },
      ]
    })
}

function knownAs(known: KnownResults, step: Step, as: ScopeForm): Found {
  switch (as) {
    case 'result':
      return resultOf(known, step)
    case 'loop-frame':
      return frameOf(known, step)
    case 'failure':
      return failureOf(known, step)
  }
}

function failureOf(known: KnownResults, step: Step): Found {
  const latest = known.run?.byStep[step.id]?.latest
  const failure = latest === undefined ? null : known.run?.steps[latest]?.failure
  return failure ? { value: failure as unknown as Json, from: 'run' } : NOTHING
}

function resultOf(known: KnownResults, step: Step): Found {
  const result = stepResultOf(known, step.id)
  if (result && result.from !== 'sample') return result
  if (step.kind === 'trigger') {
    const payload = known.payloads.find(({ id }) => id === known.payload)
    if (payload && known.doc.flows[payload.flow]?.trigger === step.id) return { value: payload.value, from: 'payload' }
  }
  // An empty object as sample says that the result depends on the step's inputs, not that it is empty.
  if (result && isJsonObject(result.value) && Object.keys(result.value).length === 0) return NOTHING
  return result ?? sampleOf(known, step)
}

/** What a control step gives, made from the samples of what is inside it. */
function sampleOf(known: KnownResults, step: Step): Found {
  if (step.kind !== 'loop' && step.kind !== 'branch') return NOTHING
  const [arm] = step.arms
  const last = arm?.body.at(-1)
  const inner = last === undefined ? undefined : known.doc.steps[last]
  const result = inner && (stepResultOf(known, inner.id)?.value ?? sampleOf(known, inner).value)
  if (result === undefined || !arm) return NOTHING
  return { value: step.kind === 'loop' ? [result] : { arm: arm.id, result }, from: 'sample' }
}

/** The first frame of a loop: from the items of the run, else from what its items refer to. */
function frameOf(known: KnownResults, loop: Step): Found {
  if (loop.kind !== 'loop') return NOTHING
  const latest = known.run?.byStep[loop.id]?.latest
  const input = latest === undefined ? undefined : known.run?.steps[latest]?.input
  const recorded = input?.state === 'complete' ? itemsIn(input.value) : undefined
  if (recorded) return { value: firstFrame(recorded), from: 'run' }
  if (loop.over.mode === 'times')
    return { value: { currentItem: 0, index: 0, isFirst: true, isLast: false }, from: 'sample' }
  const { items } = loop.over
  if (items.kind === 'literal') return framesOf(items.value, 'sample')
  if (items.kind !== 'reference') return NOTHING
  const target = known.doc.steps[items.step]
  const as = scopeForm(known.doc, loop.id, items.step)
  const source = target && as ? knownAs(known, target, as) : NOTHING
  return framesOf(valueAt(source.value, items.path), source.from)
}

const framesOf = (items: Json | undefined, from: ScopeSource['from']): Found =>
  Array.isArray(items) && items.length > 0 ? { value: firstFrame(items), from } : NOTHING

function itemsIn(input: Json): readonly Json[] | undefined {
  const items = isJsonObject(input) ? input['items'] : input
  return Array.isArray(items) && items.length > 0 ? items : undefined
}

const firstFrame = (items: readonly Json[]): Json => ({
  currentItem: items[0] ?? null,
  index: 0,
  isFirst: true,
  isLast: items.length === 1,
})
