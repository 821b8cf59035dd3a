// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { IntegrationDoc } from '#domain'
import { ConnectionChip } from '../../../src/designer/connections/connection-chip.tsx'
import { flowOf, http, stepId } from '../../fixtures/doc-builder.ts'
import { connection, workspaceOf } from '../../fixtures/workspace-builder.ts'
import { connectionHost, openWorld } from './connection-world.tsx'

const TRIGGER = stepId('Main trigger')
const SECRET = 'whsec-canary-7714'

/** A flow that a webhook starts, with one request in it. */
function webhookDoc(): IntegrationDoc {
  const doc = flowOf(http('Get'))
  const trigger = doc.steps[TRIGGER]
  if (trigger?.kind !== 'trigger') throw new Error('The flow has no trigger')
  return { ...doc, steps: { ...doc.steps, [TRIGGER]: { ...trigger, trigger: 'webhook' } } }
}

const open = async (workspace = workspaceOf()) => {
  const docs = [webhookDoc()]
  const chips = [<ConnectionChip key="1" stepId={TRIGGER} />, <ConnectionChip key="2" stepId={stepId('Get')} />]
  const world = await openWorld(docs, chips, connectionHost(docs, workspace))
  const press = (index: number) =>
    world.user.click(screen.getAllByRole('button', { name: 'Choose connection' })[index]!)
  return { ...world, press }
}

it('V15 a webhook trigger offers connections that verify, of any connector, and an action offers the others', async () => {
  const { press, user } = await open(
    workspaceOf([connection('Orders', { type: 'hmac' }), connection('Api', { type: 'bearer' })]),
  )
  const offered = () => screen.getAllByRole('option').map(({ textContent }) => textContent)
  await press(0)
  expect(offered()).toEqual([expect.stringContaining('Orders')])
  await user.keyboard('{Escape}')
  await press(1)
  expect(offered()).toEqual([expect.stringContaining('Api')])
})

it('V15 the form of a webhook trigger begins with a sender, asks for no URL, and knows no other type than HMAC', async () => {
  const { press, put, user, host, usedBy } = await open()
  await press(0)
  expect(screen.queryByRole('textbox', { name: 'Base URL' })).toBeNull()
  await user.click(screen.getAllByRole('button', { name: /^Auth method/ })[0]!)
  await user.click(screen.getByRole('button', { name: /\S Auth method$/ }))
  expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual([
    expect.stringContaining('GitHub webhook'),
    expect.stringContaining('Stripe webhook'),
    expect.stringContaining('Slack webhook'),
    expect.stringContaining('Shopify webhook'),
    expect.stringContaining('Standard webhook'),
    'New auth method',
  ])
  await user.click(screen.getByRole('option', { name: 'New auth method' }))
  await user.click(screen.getByRole('button', { name: /Authentication type$/ }))
  expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual([
    expect.stringContaining('HMAC (webhooks only)'),
  ])
  await user.keyboard('{Escape}')
  await put(screen.getByRole('textbox', { name: 'Connection name' }), 'Orders')
  await put(screen.getByLabelText('Webhook secret'), SECRET)
  await user.click(screen.getByRole('button', { name: 'Connect' }))
  await waitFor(() => expect(usedBy('Main trigger')).toBe('orders'))
  const [made] = Object.values(host.workspaceNow().connections)
  expect(host.workspaceNow().authMethods[made!.authMethod]).toMatchObject({ type: 'hmac', connector: 'core' })
  expect(made).toMatchObject({ baseUrl: `${location.origin}/`, connector: 'core' })
  expect(host.sealed).toMatchObject([
    { connection: made!.id, origins: [location.origin], secrets: { webhookSecret: SECRET } },
  ])
})
