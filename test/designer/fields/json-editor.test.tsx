// @vitest-environment jsdom
import { literal } from '#domain'
import { act, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { draft, flowOf, http, log } from '../../fixtures/doc-builder.ts'
import { openInspector } from '../inspector/open-inspector.tsx'

const JSON_BODY = { bodyType: literal('json'), jsonBody: literal({ old: true }) }

async function typeOver(user: Awaited<ReturnType<typeof openInspector>>['user'], name: string, text: string) {
  await user.click(screen.getByRole('textbox', { name }))
  await user.keyboard('{Control>}a{/Control}')
  await user.paste(text)
}

const TOO_LARGE = /This holds a number larger than numbers can be/

it('OP1 keeps JSON with a number no document could hold as it was typed, and says why', async () => {
  const text = '{"limit": 1e999}'
  const { user, inputOf, store, host } = await openInspector(flowOf(http('Get', { inputs: JSON_BODY })), 'Get')
  await typeOver(user, 'JSON body', text)
  await act(() => host.pass(400))
  expect(inputOf('Get', 'jsonBody')).toEqual(draft(text, 'literal'))
  expect(screen.getByRole('textbox', { name: 'JSON body' }).textContent).toBe(text)
  expect(screen.getByText(TOO_LARGE)).toBeTruthy()
  expect(store.getState().save.status).toBe('saved')
})

it('OP1 takes the same JSON once it is mended', async () => {
  const { user, inputOf } = await openInspector(flowOf(http('Get', { inputs: JSON_BODY })), 'Get')
  await typeOver(user, 'JSON body', '{"limit": 1e999}')
  await user.keyboard('{Control>}{End}{/Control}{ArrowLeft}{Backspace}')
  expect(inputOf('Get', 'jsonBody')).toEqual(literal({ limit: 1e99 }))
})

it('a test payload with a number no JSON has stays a draft, and the run starts with what was complete last', async () => {
  const { user, store } = await openInspector(flowOf(log('Log', literal(''))), 'Main trigger')
  await user.click(screen.getByRole('button', { name: 'Add payload' }))
  const [before] = store.getState().payloads
  await typeOver(user, 'Payload', '{"n": 1e999}')
  expect(store.getState().payloads).toEqual([{ ...before, draft: '{"n": 1e999}' }])
  expect(screen.getByText(TOO_LARGE)).toBeTruthy()
})
