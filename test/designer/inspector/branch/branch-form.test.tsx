// @vitest-environment jsdom
import { armOf, literal } from '#domain'
import { screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import {
  arm,
  armId,
  branch,
  branchOn,
  equals,
  flowOf,
  http,
  log,
  ref,
  when,
  whenValue,
} from '../../../fixtures/doc-builder.ts'
import { openInspector } from '../open-inspector.tsx'

const doc = flowOf(
  http('Get'),
  branch('Check', when(equals(ref('Get', 'status'), '200'), arm('Fine', log('Tell'))), arm('Broken')),
)

async function opened() {
  const view = await openInspector(doc, 'Check')
  const testOf = (name: string) => {
    const step = view.step('Check')
    return step && armOf(step, armId(name))?.test
  }
  return { ...view, testOf, card: (name: string) => within(screen.getByRole('group', { name })) }
}

it('edits the sides and the operator of a comparison', async () => {
  const { user, testOf, card } = await opened()
  const fine = card('Fine')
  await user.click(fine.getByRole('textbox', { name: 'Right side of condition 1' }))
  await user.keyboard('{Control>}a{/Control}201')
  expect(testOf('Fine')).toMatchObject({ condition: { all: [{ op: 'equals', right: literal('201') }] } })
  await user.click(fine.getByRole('button', { name: /Comparison of condition 1/ }))
  await user.click(await screen.findByRole('option', { name: 'is empty' }))
  expect(testOf('Fine')).toEqual({
    kind: 'condition',
    condition: { all: [{ op: 'is-empty', left: ref('Get', 'status') }] },
  })
  expect(fine.queryByRole('textbox', { name: 'Right side of condition 1' })).toBeNull()
})

it('adds comparisons and groups, says how they combine, and takes them away', async () => {
  const { user, testOf, card } = await opened()
  const fine = card('Fine')
  await user.click(fine.getByRole('button', { name: 'Add condition' }))
  await user.click(fine.getByRole('radio', { name: 'Any holds' }))
  await user.click(fine.getByRole('button', { name: 'Add group' }))
  expect(testOf('Fine')).toMatchObject({
    condition: { any: [{ left: ref('Get', 'status') }, { op: 'equals' }, { all: [{ op: 'equals' }] }] },
  })
  await user.click(fine.getByRole('button', { name: 'Remove condition 2' }))
  expect(testOf('Fine')).toMatchObject({
    condition: { any: [{ left: ref('Get', 'status') }, { all: [{ op: 'equals' }] }] },
  })
})

it('undo moves the condition back', async () => {
  const { user, testOf, card, undo } = await opened()
  const before = testOf('Fine')
  await user.click(card('Fine').getByRole('button', { name: 'Remove condition 1' }))
  expect(card('Fine').queryByRole('textbox', { name: /Left side/ })).toBeNull()
  undo()
  expect(testOf('Fine')).toEqual(before)
  expect(card('Fine').getByRole('textbox', { name: 'Left side of condition 1' }).textContent).toBe('Get › status')
})

it('adds, renames, reorders and removes arms', async () => {
  const { user, step, undo } = await opened()
  const names = () => step('Check')?.arms.flatMap(({ id, name }) => (id === 'otherwise' ? [] : [name]))
  await user.click(screen.getByRole('button', { name: 'Add arm' }))
  expect(names()).toEqual(['Fine', 'Broken', 'Arm 3'])
  await user.type(screen.getByRole('textbox', { name: 'Name of arm 3' }), '!')
  expect(names()?.[2]).toBe('Arm 3!')
  await user.click(screen.getByRole('button', { name: 'Options of arm Arm 3!' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Move up' }))
  expect(names()).toEqual(['Fine', 'Arm 3!', 'Broken'])
  await user.click(screen.getByRole('button', { name: 'Options of arm Fine' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Remove arm Fine' }))
  expect(names()).toEqual(['Arm 3!', 'Broken'])
  expect(step('Tell')).toBeUndefined()
  undo()
  expect(step('Tell')).toBeDefined()
})

it('decides by a value, and each arm by the value it holds', async () => {
  const onValue = flowOf(http('Get'), branchOn('Switch', ref('Get', 'country'), whenValue('de', arm('Germany'))))
  const { user, step } = await openInspector(onValue, 'Switch')
  expect(screen.getByRole('textbox', { name: 'Value to compare' }).textContent).toBe('Get › country')
  await user.click(screen.getByRole('textbox', { name: 'Taken when the value is' }))
  await user.keyboard('{Control>}a{/Control}at')
  expect(step('Switch')?.arms[0]?.test).toEqual({ kind: 'value', value: literal('at') })
  await user.click(screen.getByRole('radio', { name: /Conditions/ }))
  expect(step('Switch')).toMatchObject({ on: { mode: 'conditions' } })
})
