import type { Json } from '#base'
import { describe, expect, it } from 'vitest'
import {
  membersOf,
  nodeId,
  partOfNode,
  searchNodes,
  type PickerNode,
} from '../../../../src/designer/fields/picker/picker-nodes.ts'
import { stepId, variableId } from '../../../fixtures/doc-builder.ts'

const root = (name: string, value: Json): PickerNode => {
  const part = { kind: 'reference', step: stepId(name), path: [] } as const
  return { id: nodeId(part), label: name, part, value }
}
const many = Array.from({ length: 10_000 }, (_, id) => ({ id, 'full name': `Customer ${id}` }))

describe('the tree of references', () => {
  it('knows the reference of each of its rows', () => {
    const part = { kind: 'reference', step: stepId('Get'), path: ['a:b', 0, '"x"'] } as const
    expect(partOfNode(nodeId(part))).toEqual(part)
    const variable = { kind: 'variable', variable: variableId('Region') } as const
    expect(partOfNode(nodeId(variable))).toEqual(variable)
  })

  it('opens a list of 10,000 items a page at a time', () => {
    const { members, more } = membersOf(root('Get', many), 50)
    expect(members).toHaveLength(50)
    expect(more).toBe(9950)
    expect(members[49]).toMatchObject({ label: '[49]', value: many[49], part: { path: [49] } })
  })

  it('shows the members of an object by their keys, and nothing inside a text', () => {
    expect(membersOf(root('Get', { a: 1, 'b c': 2 }), 50).members.map(({ label }) => label)).toEqual(['a', 'b c'])
    expect(membersOf(root('Get', 'text'), 50)).toEqual({ members: [], more: 0 })
  })

  it('finds places by all words of a query, nearest first, lists by their first item', () => {
    const roots = [root('Get customers', { data: many, name: 'x' }), root('Other', { name: 1 })]
    expect(searchNodes(roots, 'get name').map(({ label }) => label)).toEqual([
      'Get customers › name',
      'Get customers › data[0]."full name"',
    ])
    expect(searchNodes(roots, 'nothing like it')).toEqual([])
  })
})
