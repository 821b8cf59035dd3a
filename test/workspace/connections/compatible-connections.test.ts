import { createBuiltinCatalog } from '#connectors'
import type { ConnectorStep } from '#domain'
import { compatibleConnections } from '#workspace'
import { expect, it } from 'vitest'
import { action, http, log, manual, type Built } from '../../fixtures/doc-builder.ts'
import { connection, workspaceOf } from '../../fixtures/workspace-builder.ts'

const workspace = workspaceOf([
  connection('Shop', { connector: 'demo' }),
  connection('Alpha', { connector: 'http' }),
  connection('Beta', { connector: 'demo' }),
])
const namesFor = ({ step }: Built) =>
  compatibleConnections(workspace, step as ConnectorStep, createBuiltinCatalog()).map(({ name }) => name)

it('P16 offers a step the connections of its connector, by name', () => {
  expect(namesFor(action('List', 'demo', 'list-customers'))).toEqual(['Beta', 'Shop'])
})

it('offers every connection to a step that sends with any', () => {
  expect(namesFor(http('Get'))).toEqual(['Alpha', 'Beta', 'Shop'])
})

it('offers none to a step without connection, or of an unknown connector', () => {
  expect(namesFor(log('Say'))).toEqual([])
  expect(namesFor(action('X', 'nope', 'go'))).toEqual([])
})

it('V15 offers connections that verify webhooks to triggers that take them, of whatever connector, and to nothing else', () => {
  const both = workspaceOf([
    connection('Alpha', { connector: 'http' }),
    connection('Shop', { connector: 'demo', type: 'bearer' }),
    connection('GitHub', { connector: 'core', type: 'hmac' }),
    connection('Own', { connector: 'demo', type: 'hmac' }),
  ])
  const offered = (step: ConnectorStep) =>
    compatibleConnections(both, step, createBuiltinCatalog()).map(({ name }) => name)
  const trigger = manual('Start')
  expect(offered({ ...trigger, trigger: 'webhook' })).toEqual(['GitHub', 'Own'])
  expect(offered(trigger)).toEqual([])
  expect(offered(http('Get').step as ConnectorStep)).toEqual(['Alpha', 'Shop'])
  expect(offered(action('List', 'demo', 'list-customers').step as ConnectorStep)).toEqual(['Shop'])
})
