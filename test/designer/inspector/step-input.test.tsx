// @vitest-environment jsdom
import { literal, type IntegrationDoc } from '#domain'
import { useWorkbench } from '#workbench'
import { act, screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { draft, expr, fields, flowOf, http, log, ref, setFields, stepId, template } from '../../fixtures/doc-builder.ts'
import { openInspector } from './open-inspector.tsx'

const message = () => screen.getByRole('textbox', { name: 'Message' })

async function pickInto(user: Awaited<ReturnType<typeof openInspector>>['user'], input: string, query: string) {
  await user.click(screen.getByRole('button', { name: `Insert reference into ${input}` }))
  const picker = await screen.findByRole('dialog', { name: 'Choose a reference' })
  await user.type(within(picker).getByRole('searchbox', { name: 'Search references' }), query)
  await user.keyboard('{Enter}')
}

it('inserts a reference from the picker as a chip that keeps the type while it stands alone', async () => {
  const { user, inputOf, pin } = await openInspector(flowOf(http('Get'), log('Log', literal(''))), 'Log')
  pin('Get', { body: { total: 3 } })
  await pickInto(user, 'Message', 'total')
  expect(inputOf('Log', 'message')).toEqual(ref('Get', 'body', 'total'))
  expect(message().textContent).toBe('Get › body.total')
})

it('a chip beside text is a template, and one key takes the chip out again', async () => {
  const doc = flowOf(http('Get'), log('Log', template('n: ', ref('Get', 'n'))))
  const { user, inputOf } = await openInspector(doc, 'Log')
  await user.click(message())
  await user.keyboard('{Control>}{End}{/Control}{Backspace}')
  expect(inputOf('Log', 'message')).toEqual(literal('n: '))
})

it('walks the tree by keyboard, opens what is inside, and says where values come from', async () => {
  const { user, inputOf, pin } = await openInspector(flowOf(http('Get'), log('Log', literal(''))), 'Log')
  pin('Get', { body: [{ id: 7 }] })
  await user.click(screen.getByRole('button', { name: 'Insert reference into Message' }))
  const tree = await screen.findByRole('treegrid', { name: 'What can be referred to' })
  expect(within(within(tree).getByRole('row', { name: 'Get' })).getByText('pinned')).toBeTruthy()
  await user.keyboard('{ArrowDown}{ArrowDown}{ArrowRight}{ArrowDown}')
  expect(document.activeElement?.getAttribute('aria-label')).toBe('[0]')
  await user.keyboard('{ArrowRight}{ArrowDown}{Enter}')
  expect(inputOf('Log', 'message')).toEqual(ref('Get', 'body', 0, 'id'))
})

it('puts a reference into an expression as JSONata, shown by the step’s name', async () => {
  const { user, inputOf, pin } = await openInspector(flowOf(http('Get'), log('Log', expr('1'))), 'Log')
  pin('Get', { total: 3 })
  await user.click(message())
  await user.keyboard('{Control>}a{/Control}')
  await pickInto(user, 'Message', 'total')
  expect(inputOf('Log', 'message')).toEqual(expr(`$${stepId('Get')}.total`))
  expect(message().textContent).toBe('Get.total')
})

it('calls a step by its current name', async () => {
  const { store } = await openInspector(flowOf(http('Get'), log('Log', ref('Get', 'n'))), 'Log')
  act(() => {
    store.getState().dispatch({ type: 'step/update', id: stepId('Get'), changes: { name: 'Fetch' } })
  })
  expect(message().textContent).toBe('Fetch › n')
})

it('shows the live value of a mapped input with its type and where it comes from', async () => {
  const doc = flowOf(http('Get'), log('Log', template('Hi ', ref('Get', 'name'))))
  const { pin, pass } = await openInspector(doc, 'Log')
  pin('Get', { name: 'Ada' })
  await pass(300)
  expect(screen.getByRole('note', { name: 'Live value' }).textContent).toBe('="Hi Ada"textpinned')
})

it('says why a live value is undefined, down to the part of the path', async () => {
  const { pin, pass } = await openInspector(flowOf(http('Get'), log('Log', ref('Get', 'body', 'nope', 'x'))), 'Log')
  pin('Get', { body: {} })
  await pass(300)
  expect(screen.getByText('Nothing there: body.nope is not in the result of Get.')).toBeTruthy()
})

it('warns when a mapped value is not of the input’s type', async () => {
  const doc = flowOf(http('Get'), http('Put', { inputs: { timeoutSeconds: ref('Get', 'name') } }))
  const { user, pin, pass } = await openInspector(doc, 'Put')
  pin('Get', { name: 'Ada' })
  await user.click(screen.getByRole('button', { name: 'More' }))
  await pass(300)
  expect(screen.getByText('This is text, but a number is expected.')).toBeTruthy()
})

it('shows no live value for what is typed plainly', async () => {
  const { pass } = await openInspector(flowOf(http('Get'), log('Log', literal('hi'))), 'Log')
  await pass(300)
  expect(screen.queryByRole('note', { name: 'Live value' })).toBeNull()
})

it('recognises a key typed into a header and offers to make it a connection', async () => {
  const doc = flowOf(http('Get', { inputs: { headers: fields({ Authorization: 'Bearer abcdefgh' }) } }))
  const { user } = await openInspector(doc, 'Get')
  expect(screen.getByText(/This looks like a credential/)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Make it a connection' }))
  expect(await screen.findByRole('dialog', { name: 'Choose a connection' })).toBeTruthy()
})

it('flags a line break in a header value at once', async () => {
  const doc = flowOf(http('Get', { inputs: { headers: fields({ A: 'b\nC: d' }) } }))
  await openInspector(doc, 'Get')
  expect(screen.getByText(/A header cannot hold a line break/)).toBeTruthy()
  expect(screen.getByRole('textbox', { name: 'Value of A' }).getAttribute('aria-invalid')).toBe('true')
})

/** Counts the renders of what shows another step and another input. */
function Counter({ read, count }: { readonly read: (doc: IntegrationDoc) => unknown; readonly count: () => void }) {
  useWorkbench((state) => read(state.doc))
  count()
  return null
}

it('typing into an input renders nothing that shows another input or step', async () => {
  const counts = { other: 0, own: 0 }
  const doc = flowOf(http('Get'), setFields('Set', { a: '1' }), log('Log', literal('')))
  const { user } = await openInspector(doc, 'Log', {
    beside: (
      <>
        <Counter read={({ steps }) => steps[stepId('Set')]} count={() => (counts.other += 1)} />
        <Counter read={({ steps }) => steps[stepId('Log')]} count={() => (counts.own += 1)} />
      </>
    ),
  })
  const level = screen.getByRole('button', { name: /^Info/ })
  const mutations: MutationRecord[] = []
  const observer = new MutationObserver((found) => mutations.push(...found))
  const levelField = level.closest('[data-input]')
  if (levelField)
    observer.observe(levelField, { subtree: true, childList: true, attributes: true, characterData: true })
  const before = { ...counts }
  await user.click(message())
  await user.keyboard('hello')
  mutations.push(...observer.takeRecords())
  observer.disconnect()
  expect(counts.other).toBe(before.other)
  expect(counts.own).toBe(before.own + 5)
  expect(levelField).not.toBeNull()
  expect(mutations).toEqual([])
})

const body = () => screen.getByRole('textbox', { name: 'JSON body' })
const withBody = () => flowOf(http('Get', { inputs: { bodyType: literal('json'), jsonBody: literal({ old: true }) } }))

it.each([
  ['a key of JavaScript’s own', '{"a": 1, "__proto__": {"x": 2}}', /The key “__proto__”.* is not allowed/],
  ['half a character', '{"name": "\\ud83d"}', /half a character/],
  ['more depth than a document takes', '['.repeat(160) + ']'.repeat(160), /nests too deep/],
])('JSON with %s is kept as a draft and says why', async (_, text, why) => {
  const { user, inputOf, host, store } = await openInspector(withBody(), 'Get')
  await user.click(body())
  await user.keyboard('{Control>}a{/Control}')
  await user.paste(text)
  const kept = draft(text, 'literal')
  expect([body().textContent, inputOf('Get', 'jsonBody')]).toEqual([text, kept])
  expect(body().getAttribute('aria-invalid')).toBe('true')
  expect(screen.getByText(why)).toBeTruthy()
  await host.pass(400)
  expect(host.stored.get(store.getState().doc.id)?.doc.steps[stepId('Get')]).toMatchObject({
    inputs: { jsonBody: kept },
  })
})

it('JSON that not even a draft can hold says so once, and stays on the screen', async () => {
  const { user, inputOf } = await openInspector(withBody(), 'Get')
  await user.click(body())
  await user.keyboard('{Control>}a{/Control}')
  await user.paste('["\ud83d"]')
  expect([body().textContent, inputOf('Get', 'jsonBody')]).toEqual(['["\ud83d"]', literal({ old: true })])
  expect(screen.getAllByText(/half a character/)).toHaveLength(1)
  expect(screen.getByText(/It is not saved/)).toBeTruthy()
})

it('a draft of JSON that a document cannot hold still says why when it is opened again', async () => {
  const doc = flowOf(
    http('Get', { inputs: { bodyType: literal('json'), jsonBody: draft('{"__proto__": 1}', 'literal') } }),
  )
  const { user, inputOf } = await openInspector(doc, 'Get')
  expect(screen.getByText(/The key “__proto__”.* is not allowed/)).toBeTruthy()
  await user.click(body())
  await user.keyboard('{Control>}a{/Control}')
  await user.paste('{"proto": 1}')
  expect(inputOf('Get', 'jsonBody')).toEqual(literal({ proto: 1 }))
  expect(screen.queryByText(/is not allowed/)).toBeNull()
})

it('a text that no document can hold stays on the screen with the reason, and is taken once it is put right', async () => {
  const { user, inputOf, undo } = await openInspector(flowOf(log('Log', literal('old'))), 'Log')
  await user.click(message())
  await user.keyboard('{Control>}a{/Control}')
  await user.paste('half \ud83d')
  await user.keyboard(' and more')
  expect([message().textContent, inputOf('Log', 'message')]).toEqual(['half \ud83d and more', literal('old')])
  expect(message().getAttribute('aria-invalid')).toBe('true')
  expect(screen.getByText(/half a character.* It is not saved/)).toBeTruthy()
  await user.keyboard('{ArrowLeft>9/}{Backspace}')
  expect(inputOf('Log', 'message')).toEqual(literal('half  and more'))
  expect(screen.queryByText(/half a character/)).toBeNull()
  undo()
  expect(message().textContent).toBe('old')
})

it('what is refused in a row is said in that row only, for its key and for its value', async () => {
  const doc = flowOf(setFields('Set', { a: '1', b: '2' }))
  const { user, store } = await openInspector(doc, 'Set')
  await user.click(screen.getByRole('textbox', { name: 'Value of b' }))
  await user.paste('\ud83d')
  expect(screen.getAllByText(/half a character/)).toHaveLength(1)
  const invalid = () =>
    screen
      .getAllByRole('textbox')
      .flatMap((box) => (box.hasAttribute('aria-invalid') ? [box.getAttribute('aria-label')] : []))
  expect(invalid()).toEqual(['Value of b'])
  await user.keyboard('{Backspace}')
  expect([invalid(), screen.queryByText(/half a character/)]).toEqual([[], null])
  const key = screen.getByRole('textbox', { name: 'Key of row 1' })
  await user.click(key)
  await user.paste('\ud83d')
  expect([key.getAttribute('aria-invalid'), (key as HTMLInputElement).value]).toEqual(['true', 'a\ud83d'])
  expect(screen.getAllByText(/half a character/)).toHaveLength(1)
  expect(store.getState().doc).toEqual(doc)
})
