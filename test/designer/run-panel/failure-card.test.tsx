// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { FailureCard } from '../../../src/designer/run-panel/failure-card.tsx'
import { docOf, flow, http, slot, stepId } from '../../fixtures/doc-builder.ts'
import { connection, workspaceOf } from '../../fixtures/workspace-builder.ts'
import { connectionHost, openWorld } from '../connections/connection-world.tsx'

const doc = docOf({
  flows: [flow('Main', http('Get', { slot: 'HTTP' }))],
  slots: [slot('HTTP', 'http', 'shop')],
})
const bearer = connection('Shop', { type: 'bearer', credential: true })
const consented = connection('Shop', { type: 'oauth2', settings: { grant: 'authorization-code' }, credential: true })

it.each([
  ['credential-origin-changed', bearer, 'Edit test credentials'],
  ['credential-token-origin', bearer, 'Edit test credentials'],
  ['http-401', bearer, 'Edit test credentials'],
  ['credential-token-origin', consented, 'Connect again'],
  ['needs-reconnect', consented, 'Connect again'],
  ['consent-missing', consented, 'Connect'],
  ['base-url-invalid', bearer, 'Open step settings'],
] as const)('a step that failed with %s offers what mends it', async (code, shop, remedy) => {
  const failure = { code, params: { origin: 'https://api.test' }, retryable: false, at: {} }
  await openWorld(
    [doc],
    <FailureCard failure={failure} step={stepId('Get')} />,
    connectionHost([doc], workspaceOf([shop])),
  )
  expect(screen.getByRole('button', { name: remedy })).toBeTruthy()
})
