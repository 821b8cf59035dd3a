// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { ConnectionChip } from '../../../src/designer/connections/connection-chip.tsx'
import { action, docOf, flow, http, log, slot, stepId } from '../../fixtures/doc-builder.ts'
import { connection, workspaceOf } from '../../fixtures/workspace-builder.ts'
import { connectionHost, openWorld } from './connection-world.tsx'

const chipOf = (name: string) => <ConnectionChip stepId={stepId(name)} />
const two = docOf({ flows: [flow('Main', http('Get'), http('Put'))] })
const picker = () => screen.queryByRole('dialog', { name: 'Choose a connection' })
const shop = connection('Shop', { type: 'bearer', credential: true })
const crm = connection('CRM', { type: 'bearer', credential: true })

it('C1 a step that takes connections has a chip, and one that takes none has not', async () => {
  const doc = docOf({ flows: [flow('Main', http('Get'), log('Tell'))] })
  await openWorld([doc], [chipOf('Get'), chipOf('Tell')])
  expect(screen.getAllByRole('button').map((button) => button.getAttribute('aria-label'))).toEqual([
    'Choose connection',
  ])
})

it('C1 the chip says which connection the step uses, and how it stands', async () => {
  const doc = docOf({ flows: [flow('Main', http('Get', { slot: 'HTTP' }))], slots: [slot('HTTP', 'http', 'shop')] })
  await openWorld([doc], chipOf('Get'), connectionHost([doc], workspaceOf([shop])))
  const chip = screen.getByRole('button', { name: 'Connection: Shop' })
  const description = document.getElementById(chip.getAttribute('aria-describedby') ?? '')
  expect(description?.textContent).toBe('Not tested yet')
})

it('names the stable key of a connection that is not in the workspace', async () => {
  const doc = docOf({ flows: [flow('Main', http('Get', { slot: 'HTTP' }))], slots: [slot('HTTP', 'http', 'gone')] })
  await openWorld([doc], chipOf('Get'))
  expect(screen.getByRole('button', { name: 'Connection: gone (missing)' })).toBeTruthy()
})

it('P16 opens a picker beside the node that offers the connections a step can use', async () => {
  const { user } = await openWorld([two], chipOf('Get'), connectionHost([two], workspaceOf([shop, crm])))
  await user.click(screen.getByRole('button', { name: 'Choose connection' }))
  const dialog = screen.getByRole('dialog', { name: 'Choose a connection' })
  expect(
    within(dialog)
      .getAllByRole('option')
      .map((option) => option.getAttribute('aria-labelledby') && within(option).getByText(/Shop|CRM/).textContent),
  ).toEqual(['CRM', 'Shop'])
  expect(within(dialog).getByRole('button', { name: 'New connection' })).toBeTruthy()
})

it('P18 choosing one lets this step use it, alone, and puts the focus back on the chip', async () => {
  const { user, usedBy } = await openWorld([two], [chipOf('Get')], connectionHost([two], workspaceOf([shop, crm])))
  const chip = screen.getByRole('button', { name: 'Choose connection' })
  await user.click(chip)
  await user.click(screen.getByRole('option', { name: 'Shop' }))
  expect([usedBy('Get'), usedBy('Put')]).toEqual(['shop', null])
  await waitFor(() => expect(picker()).toBeNull())
  await waitFor(() => expect(document.activeElement).toBe(chip))
  expect(chip.getAttribute('aria-label')).toBe('Connection: Shop')
})

it('C1 one undo takes back slot and step, and redo brings both again', async () => {
  const { user, doc, usedBy, undo, redo } = await openWorld(
    [two],
    chipOf('Get'),
    connectionHost([two], workspaceOf([shop])),
  )
  await user.click(screen.getByRole('button', { name: 'Choose connection' }))
  await user.click(screen.getByRole('option', { name: 'Shop' }))
  expect(Object.keys(doc().slots)).toHaveLength(1)
  undo()
  expect(doc().slots).toEqual({})
  expect(usedBy('Get')).toBeNull()
  redo()
  expect(usedBy('Get')).toBe('shop')
})

it('offers what the integration uses already first, and marks it', async () => {
  const doc = docOf({
    flows: [flow('Main', http('Get', { slot: 'HTTP' }), http('Put'))],
    slots: [slot('HTTP', 'http', 'shop')],
  })
  const { user } = await openWorld([doc], chipOf('Put'), connectionHost([doc], workspaceOf([crm, shop])))
  await user.click(screen.getByRole('button', { name: 'Choose connection' }))
  const groups = screen
    .getAllByRole('group')
    .map((group) => [
      group.getAttribute('aria-labelledby') &&
        document.getElementById(group.getAttribute('aria-labelledby') ?? '')?.textContent,
      within(group).getAllByRole('option').length,
    ])
  expect(groups).toEqual([
    ['Used in this integration', 1],
    ['Other connections', 1],
  ])
  expect(screen.getAllByRole('option')[0]).toBe(screen.getByRole('option', { name: 'Shop' }))
})

it('works by keyboard: Enter opens, arrows move, Enter chooses', async () => {
  const { user, usedBy } = await openWorld([two], chipOf('Get'), connectionHost([two], workspaceOf([shop, crm])))
  screen.getByRole('button', { name: 'Choose connection' }).focus()
  await user.keyboard('{Enter}')
  await waitFor(() => expect(document.activeElement?.getAttribute('role')).toBe('option'))
  await user.keyboard('{ArrowDown}{Enter}')
  expect(usedBy('Get')).toBe('shop')
})

it('keeps keys and presses in the picker from the canvas around the chip', async () => {
  const seen = { key: vi.fn(), press: vi.fn(), click: vi.fn() }
  const { user } = await openWorld(
    [two],
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- stands for the canvas
    <div onKeyDown={seen.key} onPointerDown={seen.press} onClick={seen.click}>
      {chipOf('Get')}
    </div>,
    connectionHost([two], workspaceOf([shop])),
  )
  await user.click(screen.getByRole('button', { name: 'Choose connection' }))
  await user.click(screen.getByRole('button', { name: 'New connection' }))
  await user.type(screen.getByRole('textbox', { name: 'Connection name' }), 'add{Delete}')
  expect([seen.key.mock.calls.length, seen.press.mock.calls.length, seen.click.mock.calls.length]).toEqual([0, 0, 0])
})

it('has a filter once there are many to choose from', async () => {
  const many = Array.from({ length: 7 }, (_, index) => connection(`Service ${index}`))
  const { user, usedBy } = await openWorld([two], chipOf('Get'), connectionHost([two], workspaceOf(many)))
  await user.click(screen.getByRole('button', { name: 'Choose connection' }))
  await user.type(screen.getByRole('searchbox', { name: 'Filter connections' }), 'ice 5')
  expect(screen.getAllByRole('option')).toHaveLength(1)
  await user.keyboard('{Enter}')
  expect(usedBy('Get')).toBe('service-5')
})

it('offers only connections of its own connector to a step that takes no other', async () => {
  const doc = docOf({ flows: [flow('Main', action('List', 'demo', 'list-reports'))] })
  const own = connection('Demo', { connector: 'demo' })
  const { user } = await openWorld([doc], chipOf('List'), connectionHost([doc], workspaceOf([own, shop])))
  await user.click(screen.getByRole('button', { name: 'Choose connection' }))
  expect(screen.getAllByRole('option')).toHaveLength(1)
})

it('lets a step use no connection', async () => {
  const doc = docOf({ flows: [flow('Main', http('Get', { slot: 'HTTP' }))], slots: [slot('HTTP', 'http', 'shop')] })
  const { user, doc: now, usedBy } = await openWorld([doc], chipOf('Get'), connectionHost([doc], workspaceOf([shop])))
  await user.click(screen.getByRole('button', { name: 'Connection: Shop' }))
  await user.click(screen.getByRole('button', { name: 'Use no connection' }))
  expect(usedBy('Get')).toBeNull()
  expect(now().slots).toEqual({})
})

it('P17 opens on the form when no connection fits', async () => {
  const { user } = await openWorld([two], chipOf('Get'))
  await user.click(screen.getByRole('button', { name: 'Choose connection' }))
  expect(within(screen.getByRole('dialog')).getByRole('button', { name: 'Connect' })).toBeTruthy()
})

it('keeps a half-filled form when it is closed, also when the node is gone in between', async () => {
  const { user, rerender, put } = await openWorld([two], chipOf('Get'))
  await user.click(screen.getByRole('button', { name: 'Choose connection' }))
  await put(screen.getByRole('textbox', { name: 'Connection name' }), 'Half')
  await user.keyboard('{Escape}')
  await waitFor(() => expect(picker()).toBeNull())
  rerender(null)
  rerender(chipOf('Get'))
  await user.click(screen.getByRole('button', { name: 'Choose connection' }))
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Connection name' }).value).toBe('Half')
  fireEvent.pointerDown(document.body)
  await waitFor(() => expect(picker()).toBeNull())
  await user.click(screen.getByRole('button', { name: 'Choose connection' }))
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Connection name' }).value).toBe('Half')
})

it('is only to be read while another tab edits', async () => {
  await openWorld([two], chipOf('Get'), connectionHost([two], workspaceOf([shop]), 'read-only'))
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Choose connection' }).disabled).toBe(true)
})
