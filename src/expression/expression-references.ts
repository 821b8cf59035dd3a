import { createBoundedCache, type JsonPath } from '#base'
import { parseExpression, type SyntaxTree } from './parse-expression.ts'

/** A step or config variable that an expression uses. */
export interface ExpressionReference {
  readonly kind: 'step' | 'variable'
  /** `step_…` or `var_…`. */
  readonly id: string
  /** The keys and indexes that follow as far as they are fixed: `$step_a.items[0].name` has `items`, `0`, `name`. */
  readonly path: JsonPath
  /** Where `$step_…` stands in the source, without what follows. */
  readonly from: number
  readonly to: number
}

interface SyntaxNode {
  readonly type?: unknown
  readonly value?: unknown
  readonly position?: unknown
  readonly [key: string]: unknown
}

const REFERENCE = /^(step|var)_[a-z0-9]+$/

const isNode = (value: unknown): value is SyntaxNode => typeof value === 'object' && value !== null

/** The fixed index of `[0]` after a step of a path, if that is all that follows it. */
function indexOf(filters: unknown): number | null {
  if (!Array.isArray(filters) || filters.length !== 1) return null
  const [filter] = filters as readonly unknown[]
  const expr = isNode(filter) ? filter['expr'] : undefined
  if (!isNode(expr) || expr.type !== 'number' || typeof expr.value !== 'number') return null
  return Number.isInteger(expr.value) && expr.value >= 0 ? expr.value : null
}

/** The fixed part of what follows the first step of a path. */
function pathAfter(steps: readonly unknown[]): JsonPath {
  const path: (string | number)[] = []
  for (const [position, step] of steps.entries()) {
    if (!isNode(step)) break
    if (position > 0) {
      if (step.type !== 'name' || typeof step.value !== 'string') break
      path.push(step.value)
    }
    const filters = step['stages'] ?? step['predicate']
    if (filters === undefined) continue
    const index = indexOf(filters)
    if (index === null) break
    path.push(index)
  }
  return path
}

function referenceAt(node: SyntaxNode, source: string, path: JsonPath): ExpressionReference | undefined {
  if (node.type !== 'variable' || typeof node.value !== 'string' || typeof node.position !== 'number') return undefined
  const [, prefix] = REFERENCE.exec(node.value) ?? []
  const from = node.position - node.value.length - 1
  if (prefix === undefined || source.slice(from, node.position) !== `$${node.value}`) return undefined
  return { kind: prefix === 'step' ? 'step' : 'variable', id: node.value, path, from, to: node.position }
}

function read(tree: SyntaxTree, source: string): readonly ExpressionReference[] {
  const found = new Map<number, ExpressionReference>()
  const seen = new Set<unknown>()
  const waiting: unknown[] = [tree]
  const note = (node: SyntaxNode, path: JsonPath) => {
    const reference = referenceAt(node, source, path)
    // A path's first step is met again on its own, without the path: the first finding says more.
    if (reference && !found.has(reference.from)) found.set(reference.from, reference)
  }
  while (waiting.length > 0) {
    const node = waiting.pop()
    if (!isNode(node) || seen.has(node)) continue
    seen.add(node)
    if (node.type === 'path' && Array.isArray(node['steps'])) {
      const steps = node['steps'] as readonly unknown[]
      if (isNode(steps[0])) note(steps[0], pathAfter(steps))
    } else {
      note(node, node.type === 'variable' ? pathAfter([node]) : [])
    }
    waiting.push(...Object.values(node))
  }
  return [...found.values()].toSorted((a, b) => a.from - b.from)
}

const cache = createBoundedCache<readonly ExpressionReference[]>(1000)

/** The steps and variables an expression uses, in the order of the text; none when it does not parse. */
export function expressionReferences(source: string): readonly ExpressionReference[] {
  return cache.get(source, () => {
    const tree = parseExpression(source)
    return tree.ok ? read(tree.value, source) : []
  })
}
