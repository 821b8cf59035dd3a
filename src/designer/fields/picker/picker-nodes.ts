import { isJsonObject, type Json, type JsonPath } from '#base'
import { StepId, VariableId } from '#domain'
import { pathText } from '../template/path-text.ts'
import type { ChipPart } from '../template/template-text.ts'

/** How many members of a list or object are shown at first, and with each "show more". */
export const PAGE = 50

/** A place in a result. */
export interface PickerNode {
  /** Unique in the tree: the step and the path. */
  readonly id: string
  readonly label: string
  readonly part: ChipPart
  readonly value: Json | undefined
}

/** The id of a place. */
export function nodeId(part: ChipPart): string {
  return part.kind === 'variable' ? part.variable : `${part.step}:${JSON.stringify(part.path)}`
}

/** The reference an id of `nodeId` stands for. */
export function partOfNode(id: string): ChipPart | null {
  const variable = VariableId.safeParse(id)
  if (variable.success) return { kind: 'variable', variable: variable.data }
  const at = id.indexOf(':')
  const step = StepId.safeParse(id.slice(0, at))
  return step.success ? { kind: 'reference', step: step.data, path: JSON.parse(id.slice(at + 1)) as JsonPath } : null
}

/** The first `limit` members of a value, and how many more there are. Costs no more than what is shown. */
export function membersOf(
  node: PickerNode,
  limit: number,
): { readonly members: readonly PickerNode[]; readonly more: number } {
  const { part, value } = node
  if (part.kind === 'variable') return { members: [], more: 0 }
  const keys: JsonPath = Array.isArray(value)
    ? Array.from({ length: Math.min(limit, value.length) }, (_, index) => index)
    : isJsonObject(value)
      ? Object.keys(value).slice(0, limit)
      : []
  const total = Array.isArray(value) ? value.length : isJsonObject(value) ? Object.keys(value).length : 0
  const members = keys.map((key) => {
    const inner: ChipPart = { ...part, path: [...part.path, key] }
    return {
      id: nodeId(inner),
      label: typeof key === 'number' ? `[${key}]` : key,
      part: inner,
      value: memberOf(value, key),
    }
  })
  return { members, more: total - members.length }
}

function memberOf(value: Json | undefined, key: string | number): Json | undefined {
  if (Array.isArray(value)) return typeof key === 'number' ? (value as readonly Json[])[key] : undefined
  return isJsonObject(value) && typeof key === 'string' ? value[key] : undefined
}

/** How many places a search looks at, and gives back. A list is searched in its first item: the others are alike. */
const LOOKED_AT = 5000
const FOUND = 100

/** The places whose path or name holds all words of a query, breadth first, so that the nearest come first. */
export function searchNodes(roots: readonly PickerNode[], query: string): readonly PickerNode[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  const found: PickerNode[] = []
  const waiting = roots.map((root) => ({ node: root, text: root.label }))
  for (let at = 0; at < waiting.length && at < LOOKED_AT && found.length < FOUND; at += 1) {
    const { node, text } = waiting[at] ?? { node: null, text: '' }
    if (!node) break
    const haystack = text.toLowerCase()
    if (words.every((word) => haystack.includes(word))) found.push({ ...node, label: text })
    if (node.part.kind === 'variable' || waiting.length > LOOKED_AT) continue
    const { members } = membersOf(node, Array.isArray(node.value) ? 1 : LOOKED_AT)
    const root = roots.find(
      ({ part }) => part.kind === 'reference' && node.part.kind === 'reference' && part.step === node.part.step,
    )
    for (const member of members) {
      const path = member.part.kind === 'reference' ? pathText(member.part.path) : ''
      waiting.push({ node: member, text: `${root?.label ?? ''} › ${path}` })
    }
  }
  return found
}
