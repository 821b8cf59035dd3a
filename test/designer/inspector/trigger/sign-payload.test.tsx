// @vitest-environment jsdom
import { err, ok, type Json } from '#base'
import type { Failure, IntegrationDoc, ReceivedWebhook } from '#domain'
import type { RunnerPort } from '#workbench'
import { act, screen, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import { flowOf, log, manual, slot, stepId } from '../../../fixtures/doc-builder.ts'
import { memoryHost } from '../../../fixtures/memory-ports.ts'
import { connection, workspaceOf } from '../../../fixtures/workspace-builder.ts'
import { openInspector } from '../open-inspector.tsx'

const trigger = stepId('Main trigger')
const SAMPLE = { headers: {}, body: { n: 1 }, rawBody: '{"n":1}' }

function webhook(connected: string | null): IntegrationDoc {
  const doc = flowOf(log('Log'))
  const own = slot('Sender', 'core', connected)
  const step = { ...manual('Main trigger'), trigger: 'webhook', slot: connected === null ? null : own.id }
  return { ...doc, steps: { ...doc.steps, [trigger]: step }, slots: connected === null ? {} : { [own.id]: own } }
}

async function open(doc: IntegrationDoc, answer: Awaited<ReturnType<RunnerPort['signWebhook']>>, value: Json = SAMPLE) {
  const host = memoryHost([doc])
  const asked: { readonly rawBody: string; readonly by: string }[] = []
  const signWebhook: RunnerPort['signWebhook'] = async (rawBody, { connection: by }) => {
    asked.push({ rawBody, by })
    return answer
  }
  const ports = { ...host.ports, runner: { ...host.ports.runner, signWebhook } }
  const opened = await openInspector(doc, 'Main trigger', { host: { ...host, ports } })
  act(() => host.setWorkspace(workspaceOf([connection('Shop', { connector: 'core', type: 'hmac', credential: true })])))
  const { store } = opened
  act(() => {
    const { flow, savePayload, choosePayload } = store.getState()
    savePayload({ id: 'load_1', flow, name: 'One', value, draft: null })
    choosePayload('load_1')
  })
  return { ...opened, asked, payload: () => store.getState().payloads[0] }
}

const LINES: ReceivedWebhook['headers'] = [['x-sig', 'abc']]
const button = () => screen.queryByRole('button', { name: 'Sign payload' })

it('V15 signs the raw body with the trigger’s connection, and keeps the signature in the payload', async () => {
  const { user, asked, payload } = await open(webhook('shop'), ok(LINES))
  await user.click(screen.getByRole('button', { name: 'Sign payload' }))
  await waitFor(() => expect(payload()?.value).toEqual({ ...SAMPLE, headers: { 'x-sig': 'abc' } }))
  expect(asked).toEqual([{ rawBody: '{"n":1}', by: 'shop' }])
})

it('V15 says why it could not be signed, and leaves the payload as it is', async () => {
  const failure: Failure = { code: 'vault-locked', params: {}, retryable: false, at: {} }
  const { user, payload } = await open(webhook('shop'), err(failure))
  await user.click(screen.getByRole('button', { name: 'Sign payload' }))
  expect((await screen.findByText(/The vault is locked/)).textContent).toContain('Unlock it')
  expect(payload()?.value).toEqual(SAMPLE)
})

it('V15 has nothing to sign in a payload without a body', async () => {
  await open(webhook('shop'), ok(LINES), { headers: {} })
  expect(button()?.hasAttribute('disabled')).toBe(true)
})

it('V15 says when steps would read another body than the signed one, and takes it for the raw body', async () => {
  const { user, asked, payload } = await open(webhook('shop'), ok(LINES), { ...SAMPLE, body: { n: 2 } })
  expect(screen.getByText(/Steps read body/)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Use body as raw body' }))
  expect(payload()?.value).toMatchObject({ body: { n: 2 }, rawBody: '{"n":2}' })
  expect(screen.queryByRole('button', { name: 'Use body as raw body' })).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Sign payload' }))
  await waitFor(() => expect(asked).toEqual([{ rawBody: '{"n":2}', by: 'shop' }]))
})

it('V15 offers no signature where nothing is verified', async () => {
  await open(webhook(null), ok(LINES))
  expect(screen.getByRole('textbox', { name: 'Payload name' })).toBeTruthy()
  expect(button()).toBeNull()
})
