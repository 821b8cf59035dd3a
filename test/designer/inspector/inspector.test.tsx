// @vitest-environment jsdom
import { literal } from '#domain'
import { screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { draft, expr, flowOf, http, log, ref, setFields, stepId, stop, template } from '../../fixtures/doc-builder.ts'
import { openInspector } from './open-inspector.tsx'

it('names its region and tabs as every screen relies on', async () => {
  await openInspector(flowOf(http('Get')), 'Get')
  const panel = screen.getByRole('region', { name: 'Step settings' })
  expect(
    within(panel)
      .getAllByRole('tab')
      .map((tab) => tab.textContent),
  ).toEqual(['Configure', 'Errors', 'Details'])
})

it('shows the open flow while nothing is selected, and several steps as several', async () => {
  const { store, user } = await openInspector(flowOf(http('Get'), http('Put')), null)
  await user.type(screen.getByRole('textbox', { name: 'Flow name' }), '!')
  expect(Object.values(store.getState().doc.flows)[0]?.name).toBe('Main!')
  store.getState().select([stepId('Get'), stepId('Put')])
  await user.click(await screen.findByRole('button', { name: 'Disable all' }))
  expect(store.getState().doc.steps[stepId('Put')]?.disabled).toBe(true)
})

it('X01 a burst of typing in the name is one change, and undo moves the form', async () => {
  const { user, store, undo } = await openInspector(flowOf(http('Get')), 'Get')
  const name = screen.getByRole('textbox', { name: 'Step name' })
  await user.type(name, ' it')
  expect(store.getState().doc.steps[stepId('Get')]?.name).toBe('Get it')
  expect(store.getState().history.done).toHaveLength(1)
  undo()
  expect(name).toHaveProperty('value', 'Get')
})

it('X01 leaving a field ends the burst', async () => {
  const { user, store } = await openInspector(flowOf(http('Get')), 'Get')
  const name = screen.getByRole('textbox', { name: 'Step name' })
  await user.type(name, 'a')
  await user.tab()
  await user.type(name, 'b')
  expect(store.getState().history.done).toHaveLength(2)
})

it('makes the fields of an action from what its connector declares, the seldom ones folded', async () => {
  const { user } = await openInspector(flowOf(http('Get')), 'Get')
  expect(screen.getByRole('textbox', { name: 'URL' })).toBeTruthy()
  expect(screen.queryByRole('textbox', { name: /Timeout/ })).toBeNull()
  await user.click(screen.getByRole('button', { name: 'More' }))
  expect(screen.getByRole('textbox', { name: /Timeout/ })).toBeTruthy()
})

it('shows an input only while the input it depends on says so', async () => {
  const { user } = await openInspector(flowOf(http('Get')), 'Get')
  expect(screen.queryByRole('textbox', { name: 'JSON body' })).toBeNull()
  await user.click(screen.getByRole('button', { name: /None.*Body|Body.*None|None/ }))
  await user.click(await screen.findByRole('option', { name: 'JSON' }))
  expect(screen.getByRole('textbox', { name: /JSON/ })).toBeTruthy()
})

it('shows every kind of value in the editor that belongs to it', async () => {
  const doc = flowOf(
    http('Get'),
    http('Put', {
      inputs: {
        url: template('https://api.test/', ref('Get', 'body', 'id')),
        timeoutSeconds: draft('3o', 'literal'),
        failOnStatus: ref('Get', 'ok'),
        method: expr('"PUT"'),
      },
    }),
    log('Log', ref('Get', 'status')),
  )
  const { user, store } = await openInspector(doc, 'Put')
  expect(screen.getByRole('textbox', { name: 'URL' }).textContent).toContain('https://api.test/Get › body.id')
  expect(screen.getByRole('textbox', { name: 'Method' }).textContent).toBe('"PUT"')
  await user.click(screen.getByRole('button', { name: 'More' }))
  expect(screen.getByRole('textbox', { name: /Timeout/ })).toHaveProperty('value', '3o')
  expect(screen.getByText(/“3o” is not a number/)).toBeTruthy()
  expect(screen.getByRole('button', { name: /Replace the reference of .*: Get › ok/ })).toBeTruthy()
  store.getState().select([stepId('Log')])
  expect((await screen.findByRole('textbox', { name: 'Message' })).textContent).toBe('Get › status')
})

it('types plain text as a literal, one undoable burst, and undo moves the editor', async () => {
  const { user, inputOf, store, undo } = await openInspector(flowOf(log('Log', literal(''))), 'Log')
  const message = screen.getByRole('textbox', { name: 'Message' })
  await user.click(message)
  await user.keyboard('hi')
  expect(inputOf('Log', 'message')).toEqual(literal('hi'))
  expect(store.getState().history.done).toHaveLength(1)
  undo()
  expect(message.textContent).not.toContain('hi')
  expect(inputOf('Log', 'message')).toEqual(literal(''))
})

it('an emptied text is an input that was not given', async () => {
  const { user, inputOf } = await openInspector(flowOf(log('Log', literal('x'))), 'Log')
  await user.click(screen.getByRole('textbox', { name: 'Message' }))
  await user.keyboard('{Control>}a{/Control}{Delete}')
  expect(inputOf('Log', 'message')).toBeUndefined()
})

it('keeps what is no number yet as a draft, and makes it a number when it is one', async () => {
  const { user, inputOf, undo } = await openInspector(flowOf(http('Get')), 'Get')
  await user.click(screen.getByRole('button', { name: 'More' }))
  const timeout = screen.getByRole('textbox', { name: /Timeout/ })
  await user.type(timeout, '1.')
  expect(inputOf('Get', 'timeoutSeconds')).toEqual(literal(1))
  await user.type(timeout, 'x')
  expect(inputOf('Get', 'timeoutSeconds')).toEqual(draft('1.x', 'literal'))
  expect(timeout).toHaveProperty('value', '1.x')
  undo()
  expect(inputOf('Get', 'timeoutSeconds')).toBeUndefined()
  expect(timeout).toHaveProperty('value', '')
})

it('keeps a half typed expression as a draft that a new session shows again', async () => {
  const { user, inputOf, store, host } = await openInspector(flowOf(log('Log', expr('1'))), 'Log')
  await user.click(screen.getByRole('textbox', { name: 'Message' }))
  await user.keyboard('a b ')
  const kept = inputOf('Log', 'message')
  expect(kept).toMatchObject({ kind: 'draft', as: 'expression' })
  expect(screen.getByText(/This cannot be read/)).toBeTruthy()
  await host.pass(300)
  expect(host.stored.get(store.getState().doc.id)?.doc.steps[stepId('Log')]).toMatchObject({
    inputs: { message: kept },
  })
})

it('chooses one of the fixed choices, each an edit of its own', async () => {
  const { user, inputOf, store } = await openInspector(flowOf(http('Get')), 'Get')
  await user.click(screen.getByRole('button', { name: /^GET/ }))
  await user.click(await screen.findByRole('option', { name: 'POST' }))
  expect(inputOf('Get', 'method')).toEqual(literal('POST'))
  expect(store.getState().history.done).toHaveLength(1)
})

it('switches from text to expression and takes what was there along', async () => {
  const doc = flowOf(http('Get'), log('Log', template('Got ', ref('Get', 'status'))))
  const { user, inputOf, undo } = await openInspector(doc, 'Log')
  await user.click(screen.getByRole('button', { name: /How Message is given/ }))
  await user.click(await screen.findByRole('menuitemradio', { name: 'Expression' }))
  expect(inputOf('Log', 'message')).toEqual(expr(`"Got " & $${stepId('Get')}.status`))
  expect(screen.getByRole('textbox', { name: 'Message' }).textContent).toBe('"Got " & Get.status')
  undo()
  expect(inputOf('Log', 'message')).toEqual(template('Got ', ref('Get', 'status')))
})

it('adds, fills, moves and removes rows', async () => {
  const { user, inputOf } = await openInspector(flowOf(setFields('Set', { a: '1' })), 'Set')
  await user.click(screen.getByRole('button', { name: 'Add row' }))
  await user.type(screen.getByRole('textbox', { name: 'Key of row 2' }), 'b')
  await user.click(screen.getByRole('textbox', { name: 'Value of b' }))
  await user.keyboard('2')
  const rows = [
    { key: 'a', value: literal('1') },
    { key: 'b', value: literal('2') },
  ]
  expect(inputOf('Set', 'fields')).toEqual({ kind: 'fields', rows })
  await user.type(screen.getByRole('textbox', { name: 'Key of row 2' }), '{Alt>}{ArrowUp}{/Alt}')
  expect(inputOf('Set', 'fields')).toEqual({ kind: 'fields', rows: rows.toReversed() })
  expect(document.activeElement).toHaveProperty('value', 'b')
  await user.click(screen.getByRole('button', { name: 'Remove row 2' }))
  expect(inputOf('Set', 'fields')).toEqual({ kind: 'fields', rows: [rows[1]] })
})

it('warns of a key that is used twice where it may not repeat', async () => {
  const { user } = await openInspector(flowOf(setFields('Set', { a: '1' })), 'Set')
  await user.click(screen.getByRole('button', { name: 'Add row' }))
  await user.type(screen.getByRole('textbox', { name: 'Key of row 2' }), 'a')
  expect(screen.getByText(/The key a is used twice/)).toBeTruthy()
})

it('edits how a stop ends', async () => {
  const { user, step } = await openInspector(flowOf(stop('Stop')), 'Stop')
  await user.click(screen.getByRole('radio', { name: 'Success' }))
  expect(step('Stop')).toMatchObject({ outcome: 'success' })
  await user.click(screen.getByRole('textbox', { name: 'Message' }))
  await user.keyboard('{End}!')
  expect(step('Stop')).toMatchObject({ message: { kind: 'literal' } })
})

it('X09 changes nothing and offers nothing to change while another tab edits', async () => {
  const doc = flowOf(
    http('Get', { inputs: { headers: { kind: 'fields', rows: [{ key: 'A', value: literal('b') }] } } }),
  )
  const { user, store } = await openInspector(doc, 'Get', { mode: 'read-only' })
  expect(screen.queryByRole('button', { name: /Add row|Remove row|How URL is given|Insert reference/ })).toBeNull()
  await user.click(screen.getByRole('textbox', { name: 'URL' }))
  await user.keyboard('x')
  await user.type(screen.getByRole('textbox', { name: 'Step name' }), 'x')
  expect(store.getState().doc).toBe(doc)
})
