import type jsonata from 'jsonata'
import { refuse } from './refuse.ts'

/** Items that `^(…)` orders. For each of them JSONata copies what is left of the list, all at the same time in memory. */
const MAX_ORDERED = 20_000

/** JSONata tells this name of every frame of variables it makes, the first of which is the evaluation's own. */
const FRAME_MADE = Symbol.for('jsonata.__createFrame_push')

/** The name of a function that no expression can write. */
const BOUNDED = '#bounded'

type CreateSequence = (...items: readonly unknown[]) => unknown[]

interface Frame {
  readonly base?: Frame
  createSequence?: CreateSequence
}

/** Refuses a list that is too long to be ordered: ordering is all for which JSONata takes slices of a list. */
function slice(this: readonly unknown[], ...range: readonly number[]): readonly unknown[] {
  if (this.length > MAX_ORDERED) refuse('order-by-too-long', MAX_ORDERED)
  return Array.prototype.slice.apply(this, range as [number?, number?]) as readonly unknown[]
}

const bounded = (list: unknown): unknown =>
  Array.isArray(list) ? Object.defineProperty(list, 'slice', { value: slice }) : list

/** Bounds the lists that an evaluation makes on its way; `around` is the frame of the expression itself. */
function boundSequences(around: Frame, frame: Frame): void {
  if (around.base) return
  let create: CreateSequence | undefined
  Object.defineProperty(frame, 'createSequence', {
    get: () => create,
    set: (given: CreateSequence) => {
      create = (...items) => bounded(given(...items)) as unknown[]
    },
  })
}

interface Node {
  readonly type?: string | undefined
  readonly position?: number | undefined
  /** An array constructor at the start of a path: evaluated once. */
  readonly consarray?: boolean | undefined
  readonly tuple?: boolean | undefined
  readonly focus?: string | undefined
  readonly procedure?: Node
  readonly value?: unknown
  readonly arguments?: readonly Node[]
  readonly steps?: Node[]
}

/** Bounds the one kind of list that is ordered without being copied first: `[…]^(…).name`. */
function boundConstructor(steps: Node[]): void {
  const [list, order] = steps
  if (list?.consarray !== true || order?.type !== 'sort') return
  const { position } = order
  const { tuple, focus } = list
  const procedure = { type: 'variable', value: BOUNDED, position }
  steps[0] = { type: 'function', position, procedure, arguments: [list], consarray: true, tuple, focus }
}

/** The paths of an expression's syntax tree that order. */
function pathsThatOrder(node: unknown): readonly Node[][] {
  if (typeof node !== 'object' || node === null) return []
  const { steps } = node as Node
  const inside = Object.values(node).flatMap(pathsThatOrder)
  return steps?.some(({ type }) => type === 'sort') === true ? [steps, ...inside] : inside
}

/** Makes an expression refuse to order (`^`) lists that would fill the memory; others go on as fast as they are. */
export function boundOrderBy(expression: jsonata.Expression): void {
  const paths = pathsThatOrder(expression.ast())
  if (paths.length === 0) return
  expression.assign(FRAME_MADE as unknown as string, boundSequences)
  expression.registerFunction(BOUNDED, bounded)
  for (const steps of paths) boundConstructor(steps)
}
