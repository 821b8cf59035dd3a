import type { Json } from '#base'
import type { ErrorPolicy, IntegrationDoc, ReceivedWebhook, Verify } from '#domain'
import { expect, it } from 'vitest'
import { flowOf, manual, slot, stepId } from '../fixtures/doc-builder.ts'
import { echo, get, type ContractHarness } from './contract-harness.ts'

const trigger = stepId('Main trigger')
const SIGNED = { method: 'POST', headers: { 'X-Sig': 'good' }, body: { n: 1 }, rawBody: '{"n": 1}' }

/** A webhook trigger with a slot that holds a connection, or none, or without a slot; and a step after it. */
function receiving(connection: string | null | undefined, onError: Partial<ErrorPolicy> = {}): IntegrationDoc {
  const doc = flowOf(get('After'))
  const own = slot('Sender', 'core', connection ?? null)
  const base = manual('Main trigger')
  const step = {
    ...base,
    trigger: 'webhook',
    slot: connection === undefined ? null : own.id,
    onError: { ...base.onError, ...onError },
  }
  return { ...doc, steps: { ...doc.steps, [trigger]: step }, slots: { [own.id]: own } }
}

/** Believes what has the header `X-Sig: good`, and remembers what it was asked. */
function verifier() {
  const asked: (ReceivedWebhook & { readonly by: string })[] = []
  const verify: Verify = async (webhook, { connection }) => {
    asked.push({ ...webhook, by: connection })
    const isGood = webhook.headers.some(([name, value]) => name === 'X-Sig' && value === 'good')
    const error = { code: 'webhook-signature-mismatch', params: { header: 'X-Sig' }, retryable: true, at: {} }
    return isGood ? { ok: true, value: null } : { ok: false, error }
  }
  return { verify, asked }
}

/** Rules W: what a webhook trigger does with a connection. */
export function describeWebhookRules({ runDoc }: ContractHarness): void {
  const receive = async (doc: IntegrationDoc, payload: Json, given: Readonly<Record<string, Json>> = {}) => {
    const { verify, asked } = verifier()
    return { ...(await runDoc(doc, { trigger: payload, given }, echo(), verify)), asked }
  }

  it('W1 X16 a verified webhook starts the flow; the raw body and every header line are what is verified', async () => {
    const payload = { ...SIGNED, headers: { 'X-Sig': 'good', Via: ['one', 'two'], Odd: null } }
    const { outcome, asked, lines } = await receive(receiving('github'), payload)
    expect(outcome).toMatchObject({ status: 'succeeded' })
    const headers = [
      ['X-Sig', 'good'],
      ['Via', 'one'],
      ['Via', 'two'],
    ]
    expect(asked).toEqual([{ headers, rawBody: '{"n": 1}', by: 'github' }])
    expect(lines[1]).toBe(`succeeded ${trigger} ${JSON.stringify(payload)}`)
  })

  it('W1 without a slot nothing is verified; a slot without a connection starts nothing', async () => {
    const free = await receive(receiving(undefined), SIGNED)
    expect([free.outcome.status, free.asked]).toEqual(['succeeded', []])
    const unbound = await receive(receiving(null), SIGNED)
    expect(unbound.outcome).toMatchObject({ failure: { code: 'connection-missing', at: { step: trigger } } })
    expect([unbound.asked, unbound.calls]).toEqual([[], []])
  })

  it('W1 a trigger that no installed connector knows verifies too when it has a slot', async () => {
    const doc = receiving('github')
    const step = doc.steps[trigger]
    const unknown = { ...doc, steps: { ...doc.steps, [trigger]: { ...step, trigger: 'elsewhere' } } } as IntegrationDoc
    const { outcome, asked } = await receive(unknown, { ...SIGNED, headers: { 'X-Sig': 'bad' } })
    expect(outcome).toMatchObject({ failure: { code: 'webhook-signature-mismatch' } })
    expect(asked).toHaveLength(1)
  })

  it.each(['fail', 'ignore', 'retry', 'handle'] as const)(
    'W2 X16 a webhook that is not verified ends the run at its trigger, also with the policy %s',
    async (policy) => {
      const doc = receiving('github', { policy, ignoreFinalError: true, delaySeconds: 0 })
      const { outcome, lines, calls, asked } = await receive(doc, { ...SIGNED, headers: { 'X-Sig': 'bad' } })
      expect(outcome).toMatchObject({
        status: 'failed',
        failure: { code: 'webhook-signature-mismatch', params: { header: 'X-Sig' }, at: { step: trigger } },
      })
      expect(lines).toEqual([`started ${trigger}`, `failed ${trigger} webhook-signature-mismatch`])
      expect([calls, asked.length]).toEqual([[], 1])
    },
  )

  it.each([
    ['nothing', null, 'webhook-raw-body-missing'],
    ['no raw body', { ...SIGNED, rawBody: null }, 'webhook-raw-body-missing'],
    ['another body', { ...SIGNED, body: { n: 2 } }, 'webhook-body-differs'],
    ['a text that is not the raw body', { ...SIGNED, body: 'a', rawBody: 'b' }, 'webhook-body-differs'],
    ['no headers', { ...SIGNED, headers: 5 }, 'webhook-signature-mismatch'],
  ])('W3 refuses %s', async (_, payload, code) => {
    const { outcome, calls } = await receive(receiving('github'), payload)
    expect(outcome).toMatchObject({ status: 'failed', failure: { code, at: { step: trigger } } })
    expect(calls).toEqual([])
  })

  it.each([
    ['without a body beside the raw one', { headers: SIGNED.headers, rawBody: '{}' }],
    ['whose body is the raw one', { ...SIGNED, body: '{"n": 1}' }],
    ['with a form that was taken apart', { ...SIGNED, body: { a: 'b' }, rawBody: 'a=b' }],
  ])('W3 takes a verified webhook %s', async (_, payload) => {
    expect((await receive(receiving('github'), payload)).outcome.status).toBe('succeeded')
  })

  it('G1 what is given instead of the trigger’s result is not verified', async () => {
    const { outcome, asked } = await receive(receiving('github'), {}, { [trigger]: { body: 1 } })
    expect([outcome.status, asked]).toEqual(['succeeded', []])
  })
}
