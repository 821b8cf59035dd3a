import { usesOfConnection, planDeleteAuthMethod, planDeleteConnection, planReplaceConnection } from '#workspace'
import { applyAll } from '#operations'
import { describe, expect, it } from 'vitest'
import { accepted, refused } from '../../fixtures/accepted.ts'
import { docOf, flow, flowId, http, slot, slotId, stepId } from '../../fixtures/doc-builder.ts'
import { authMethodId, connection, stableKey, workspaceOf } from '../../fixtures/workspace-builder.ts'

const one = docOf({
  name: 'One thing',
  flows: [
    flow('Main', http('Get', { slot: 'A' })),
    flow('Other', http('Send', { slot: 'A' }), http('Else', { slot: 'B' })),
  ],
  slots: [slot('A', 'http', 'shop'), slot('B', 'http', 'other'), slot('C', 'http', 'shop')],
})
const two = docOf({ name: 'Two things', flows: [flow('Main', http('Get'))], slots: [slot('A', 'http', 'other')] })

describe('usesOfConnection', () => {
  it('says which integrations, slots, steps and flows use a connection', () => {
    expect(usesOfConnection([one, two], stableKey('Shop'))).toEqual([
      {
        integration: one.id,
        name: 'One thing',
        slots: [slotId('A'), slotId('C')],
        steps: [
          { id: stepId('Get'), name: 'Get', flow: flowId('Main') },
          { id: stepId('Send'), name: 'Send', flow: flowId('Other') },
        ],
      },
    ])
    expect(usesOfConnection([one, two], stableKey('Nothing'))).toEqual([])
  })
})

describe('deleting', () => {
  const shop = connection('Shop', { type: 'bearer', credential: true })
  const shared = {
    ...connection('Sandbox'),
    connection: { ...connection('Sandbox').connection, authMethod: authMethodId('Shop') },
  }

  it('a connection says where it is used, and what goes with it', () => {
    const plan = planDeleteConnection(shop.connection, [one, two], workspaceOf([shop]))
    expect(plan).toMatchObject({
      uses: [{ name: 'One thing' }],
      credentials: [shop.credential!.id],
      lastOfAuthMethod: authMethodId('Shop'),
    })
    expect(planDeleteConnection(shop.connection, [], workspaceOf([shop, shared])).lastOfAuthMethod).toBeNull()
  })

  it('an auth method that is used is refused with how many use it', () => {
    expect(refused(planDeleteAuthMethod(authMethodId('Shop'), workspaceOf([shop, shared])))).toMatchObject({
      code: 'auth-method-in-use',
      params: { name: 'Shop', connections: 2 },
    })
    expect(accepted(planDeleteAuthMethod(authMethodId('Sandbox'), workspaceOf([shop, shared])))).toBe(
      authMethodId('Sandbox'),
    )
    expect(refused(planDeleteAuthMethod(authMethodId('Gone'), workspaceOf([]))).code).toBe('auth-method-not-found')
  })

  it('a connection can be replaced wherever it is used', () => {
    const [plan, ...more] = planReplaceConnection([one, two], stableKey('Shop'), stableKey('Other'))
    expect([plan?.integration, more]).toEqual([one.id, []])
    const after = accepted(applyAll(one, plan!.operations))
    expect(Object.values(after.slots).map((record) => record.connection)).toEqual(['other', 'other', 'other'])
  })
})
