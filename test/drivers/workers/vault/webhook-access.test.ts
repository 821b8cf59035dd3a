import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { createVaultContext } from '../../../../src/drivers/workers/vault/vault-context.ts'
import { signReceived, verifyReceived } from '../../../../src/drivers/workers/vault/webhook-access.ts'
import { PAGE, vaultBench } from './vault-bench.ts'

const SECRET = 'whsec_bXktdmVyeS1vd24tc2VjcmV0LW9mLXRlc3Rz'
const RAW = '{"order": 42, "note": "é ☕"}'

async function bench(preset: string) {
  const made = await vaultBench()
  const { ref } = await made.connect(PAGE, { type: 'hmac', settings: { preset } }, { webhookSecret: SECRET })
  const { database, now } = made
  const surroundings = { database, fetch: globalThis.fetch, origin: PAGE, session: null }
  const context = await createVaultContext({ ...surroundings, clock: now })
  return { ...made, ref, context }
}

describe('webhooks in the vault', () => {
  it.each(['github', 'stripe', 'slack', 'shopify', 'standard-webhooks'])(
    'V15 X16 what is signed by the rules of %s is verified, and nothing else',
    async (preset) => {
      const { ref, context, service } = await bench(preset)
      const signed = await service.signWebhook(RAW, ref)
      const headers = signed.ok ? signed.value : []
      expect(headers.length).toBeGreaterThan(0)
      expect(await verifyReceived(context, { headers, rawBody: RAW }, ref)).toEqual({ ok: true, value: null })
      const changed = await verifyReceived(context, { headers, rawBody: RAW.replace('42', '43') }, ref)
      expect(changed).toMatchObject({ error: { code: 'webhook-signature-mismatch' } })
      expect(JSON.stringify([signed, changed])).not.toContain(SECRET)
    },
  )

  it('V15 a verified webhook shows that the secret is right, and a wrong one shows nothing', async () => {
    const { ref, context, service, database } = await bench('github')
    const signed = await service.signWebhook(RAW, ref)
    const headers = signed.ok ? signed.value : []
    const lastCheck = async () => (await database.credentials.toArray())[0]?.credential.lastCheck
    await verifyReceived(context, { headers, rawBody: 'changed' }, ref)
    expect(await lastCheck()).toBeNull()
    await verifyReceived(context, { headers, rawBody: RAW }, ref)
    await expect.poll(lastCheck).toMatchObject({ outcome: 'ok', status: null })
  })

  it('V15 an old delivery is refused with its age', async () => {
    const { ref, context, advance, service } = await bench('stripe')
    const signed = await service.signWebhook(RAW, ref)
    advance(301_000)
    const headers = signed.ok ? signed.value : []
    expect(await verifyReceived(context, { headers, rawBody: RAW }, ref)).toMatchObject({
      error: { code: 'webhook-too-old', params: { seconds: 301, tolerance: 300 } },
    })
  })

  it('V15 neither signs nor verifies with a connection that is made for sending', async () => {
    const { connect, context } = await bench('github')
    const { ref } = await connect('https://api.test', { type: 'bearer' }, { token: 'some-token' })
    const refused = { error: { code: 'webhook-connection', params: { connection: expect.any(String) } } }
    expect(await signReceived(context, RAW, ref)).toMatchObject(refused)
    expect(await verifyReceived(context, { headers: [], rawBody: RAW }, ref)).toMatchObject(refused)
  })

  it('V15 says that the secret is not there', async () => {
    const { connect, context } = await bench('github')
    const { ref } = await connect(PAGE, { type: 'hmac', settings: { preset: 'github' } })
    expect(await verifyReceived(context, { headers: [], rawBody: RAW }, ref)).toMatchObject({
      error: { code: 'credential-missing' },
    })
  })

  it('says that the vault does not answer when its database is gone', async () => {
    const { ref, context, database } = await bench('github')
    database.close()
    expect(await signReceived(context, RAW, ref)).toMatchObject({ error: { code: 'vault-unavailable' } })
  })
})
