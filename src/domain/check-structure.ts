import { problem, type Problem } from '#base'
import { TABLES } from './diff.ts'
import type { StepId } from './ids.ts'
import type { IntegrationDoc } from './integration.ts'
import { MAX_NESTING, stepStructureProblem } from './step-structure.ts'
import { isConnectorStep, type Step } from './step.ts'
import type { WizardElement } from './wizard.ts'

type Found = readonly Problem[]

/** Every record lies under its own id. */
function checkKeys(doc: IntegrationDoc): Found {
  return TABLES.flatMap((table) =>
    Object.entries(doc[table]).flatMap(([key, record]) =>
      record.id === key ? [] : [problem('id-mismatch', { table, key, id: record.id }, { path: `${table}.${key}` })],
    ),
  )
}

/** Each order names every record of its table exactly once. */
function checkOrders(doc: IntegrationDoc): Found {
  const isOrder = (order: readonly string[], table: object) =>
    order.length === Object.keys(table).length &&
    new Set(order).size === order.length &&
    order.every((id) => id in table)
  return [
    ...(doc.flowOrder.length === 0 ? [problem('flow-missing', {}, { path: 'flowOrder' })] : []),
    ...(isOrder(doc.flowOrder, doc.flows)
      ? []
      : [problem('order-mismatch', { field: 'flowOrder' }, { path: 'flowOrder' })]),
    ...(isOrder(doc.pageOrder, doc.pages)
      ? []
      : [problem('order-mismatch', { field: 'pageOrder' }, { path: 'pageOrder' })]),
  ]
}

interface Waiting {
  readonly id: StepId
  readonly path: string
  readonly depth: number
}

/** What a step names that must be there, and what of its own arms is wrong. */
function checkStep(doc: IntegrationDoc, id: StepId): Found {
  const step = doc.steps[id]
  if (!step) return []
  const own = stepStructureProblem(step)
  const at = { path: `steps.${id}` }
  const slot = isConnectorStep(step) ? step.slot : null
  return [
    ...(own ? [{ ...own, at: { ...own.at, ...at } }] : []),
    ...(slot !== null && !doc.slots[slot] ? [problem('slot-missing', { id: slot, path: `${at.path}.slot` }, at)] : []),
  ]
}

/** Walks every flow without recursion, so that no document is too deep for it. */
function walk(doc: IntegrationDoc, placed: Set<StepId>): Found {
  const found: Problem[] = []
  const waiting: Waiting[] = []
  /** Puts them on the stack so that the first is taken first: of two places the one that comes later is told. */
  const visit = (all: readonly Waiting[]) => {
    for (const one of all.toReversed()) waiting.push(one)
  }
  for (const flow of Object.values(doc.flows).toReversed()) {
    const path = `flows.${flow.id}`
    if (doc.steps[flow.trigger] && doc.steps[flow.trigger]?.kind !== 'trigger') {
      found.push(problem('trigger-expected', { flow: flow.name, id: flow.trigger }, { path: `${path}.trigger` }))
    }
    visit([
      { id: flow.trigger, path: `${path}.trigger`, depth: 0 },
      ...flow.body.map((id, index) => ({ id, path: `${path}.body.${index}`, depth: 0 })),
    ])
  }
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { id, path, depth } = next
    const step = doc.steps[id]
    if (!step) found.push(problem('step-missing', { id, path }, { path }))
    else if (placed.has(id)) found.push(problem('step-twice', { id, path }, { path }))
    else if (depth > MAX_NESTING) return [...found, problem('nesting-too-deep', { limit: MAX_NESTING }, { path })]
    else {
      placed.add(id)
      if (step.kind === 'trigger' && !path.endsWith('.trigger')) {
        found.push(problem('trigger-misplaced', { step: step.name }, { path }))
      }
      const ofArms = step.arms.flatMap((arm) =>
        arm.body.map((child, index) => ({
          id: child,
          path: `steps.${id}.arms.${arm.id}.body.${index}`,
          depth: depth + 1,
        })),
      )
      visit(ofArms)
    }
  }
  return found
}

/** Those of some steps that contain themselves. Goes up from each step once, so long chains cost no more than short ones. */
function cyclicOf(stray: readonly Step[]): ReadonlySet<StepId> {
  const parents = new Map<StepId, StepId>()
  for (const step of stray) for (const arm of step.arms) for (const child of arm.body) parents.set(child, step.id)
  const cyclic = new Set<StepId>()
  const seen = new Set<StepId>()
  for (const { id } of stray) {
    const way: StepId[] = []
    let above: StepId | undefined = id
    while (above !== undefined && !seen.has(above)) {
      seen.add(above)
      way.push(above)
      above = parents.get(above)
    }
    const start = above === undefined ? -1 : way.indexOf(above)
    if (start !== -1) for (const member of way.slice(start)) cyclic.add(member)
  }
  return cyclic
}

/** Steps no flow leads to: some contain themselves, the others are in no place at all. */
function checkUnplaced(doc: IntegrationDoc, placed: ReadonlySet<StepId>): Found {
  const stray = Object.values(doc.steps).filter((step) => !placed.has(step.id))
  const cyclic = cyclicOf(stray)
  return stray
    .map(({ id }) => problem(cyclic.has(id) ? 'step-cycle' : 'step-orphan', { id }, { path: `steps.${id}` }))
    .toSorted((one, other) => Number(other.code === 'step-cycle') - Number(one.code === 'step-cycle'))
}

function missingOf(doc: IntegrationDoc, element: WizardElement): string | undefined {
  if (element.kind === 'slot') return doc.slots[element.slot] ? undefined : element.slot
  if (element.kind === 'variable') return doc.variables[element.variable] ? undefined : element.variable
  if (element.kind === 'trigger-details') return doc.flows[element.flow] ? undefined : element.flow
  return undefined
}

/** What wizard pages show and notes stand on is there. */
function checkPagesAndNotes(doc: IntegrationDoc): Found {
  const pages = Object.values(doc.pages).flatMap((page) =>
    page.elements.flatMap((element, index) => {
      const id = missingOf(doc, element)
      const path = `pages.${page.id}.elements.${index}`
      return id === undefined ? [] : [problem('page-element-missing', { id, path }, { path })]
    }),
  )
  const notes = Object.values(doc.notes).flatMap(({ id: note, anchor }) => {
    const id = anchor.kind === 'step' ? anchor.step : anchor.flow
    const isThere = anchor.kind === 'step' ? doc.steps[anchor.step] : doc.flows[anchor.flow]
    return isThere ? [] : [problem('note-anchor-missing', { note, id }, { path: `notes.${note}` })]
  })
  return [...pages, ...notes]
}

/**
 * What a document must be beside its schema: every record under its id, every flow with its trigger, every step in
 * exactly one place, every arm where it belongs, nothing named that is not there (references in values, and flows that
 * steps call, may dangle: `validate` reports them). Operations keep it so; a loaded document is checked. Stops after the
 * first sort of problem, since one brings others along. `at.path` says where.
 */
export function checkStructure(doc: IntegrationDoc): readonly Problem[] {
  const placed = new Set<StepId>()
  const stages: readonly (() => Found)[] = [
    () => checkKeys(doc),
    () => checkOrders(doc),
    () => walk(doc, placed),
    () => Object.values(doc.steps).flatMap((step) => checkStep(doc, step.id)),
    () => checkUnplaced(doc, placed),
    () => checkPagesAndNotes(doc),
  ]
  for (const stage of stages) {
    const found = stage()
    if (found.length > 0) return found
  }
  return []
}
