import { planCreateConnection, planUpdateConnection, type LimitTexts } from '#workspace'
import { builtinConnectors } from '#connectors'
import { NO_LIMITS } from '#domain'
import { formProblems } from '#texts'
import { expect, it } from 'vitest'
import { sequentialIds } from '../../fixtures/sequential-ids.ts'
import { authMethodId, connection, workspaceOf } from '../../fixtures/workspace-builder.ts'
import { planLimits } from '../../../src/workspace/connections/plan-limits.ts'

const NONE: LimitTexts = { requestsPerSecond: '', concurrent: '', timeoutSeconds: '' }
const planned = (texts: Partial<LimitTexts>) => {
  const result = planLimits({ ...NONE, ...texts })
  return result.ok ? result.value : result.error.map(({ at, code }) => `${at['field']} ${code}`)
}

it('Limits: empty means none, numbers are taken as they are', () => {
  expect(planned({})).toEqual(NO_LIMITS)
  expect(planned({ requestsPerSecond: ' 0.5 ', concurrent: '2', timeoutSeconds: '30' })).toEqual({
    requestsPerSecond: 0.5,
    concurrent: 2,
    timeoutSeconds: 30,
  })
})

it.each([
  ['requestsPerSecond', ['0', '-1', 'two', '1e3', '0,5', '10001', '0x10', 'Infinity'], 'limit-number'],
  ['concurrent', ['0', '1.5', '1001', '-2', '½'], 'limit-whole'],
  ['timeoutSeconds', ['0', '601', '30s', '0.01'], 'limit-number'],
] as const)('Limits: wrong values of %s are told beside it', (key, texts, code) => {
  for (const text of texts) expect(planned({ [key]: text })).toEqual([`limits.${key} ${code}`])
  expect(formProblems[code]).toMatch(/leave it empty/)
})

it('Limits: a connection is made and changed with them, and without them keeps what it has', () => {
  const shop = connection('Shop', { limits: { ...NO_LIMITS, concurrent: 4 } })
  const input = {
    name: 'Shop',
    description: '',
    baseUrl: 'https://api.test',
    accessMode: 'automatic',
    authMethod: { existing: authMethodId('Shop') },
    values: {},
    secrets: {},
  } as const
  const connector = builtinConnectors.find(({ key }) => key === 'http')!
  const context = { connector, workspace: workspaceOf([shop]), createId: sequentialIds(), now: 1 }
  const limits = { ...NONE, requestsPerSecond: '2' }
  expect(planCreateConnection({ ...input, limits }, context)).toMatchObject({
    value: { connection: { limits: { requestsPerSecond: 2, concurrent: null } } },
  })
  expect(planCreateConnection(input, context)).toMatchObject({ value: { connection: { limits: NO_LIMITS } } })
  expect(planUpdateConnection(shop.connection, input, context)).toMatchObject({
    value: { connection: { limits: { concurrent: 4 } } },
  })
  expect(planUpdateConnection(shop.connection, { ...input, limits: NONE }, context)).toMatchObject({
    value: { connection: { limits: NO_LIMITS } },
  })
  const wrong = { ...input, limits: { ...NONE, concurrent: 'x' }, check: { method: 'GET', path: '//evil.test' } }
  expect(planUpdateConnection(shop.connection, wrong, context)).toMatchObject({
    error: [{ at: { field: 'limits.concurrent' } }, { at: { field: 'check.path' } }],
  })
})
