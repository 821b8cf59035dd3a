import { literal } from '#domain'
import { expect, it } from 'vitest'
import { flowOf, handled, loop, ref, setFields, stepId } from '../fixtures/doc-builder.ts'
import { get, retrying, ignoring, serverOf, type ContractHarness } from './contract-harness.ts'

/** Rules E: what a failure means. */
export function describeErrorRules({ runDoc }: ContractHarness): void {
  it('E1 `ignore` tells the failure and goes on with null', async () => {
    const server = serverOf((path) => (path === 'bad' ? { status: 500 } : {}))
    const doc = flowOf(ignoring(get('Bad')), setFields('After', { got: ref('Bad') }))
    const { outcome, lines } = await runDoc(doc, {}, server)
    expect(outcome).toEqual({ status: 'succeeded', result: { got: null } })
    expect(lines).toContain('failed step_bad000 http-5xx')
  })

  it('E1 the null of an ignored failure is null inside a loop and an error arm too', async () => {
    const server = () => serverOf((path) => (path === 'bad' ? { status: 500 } : { status: 403 }))
    const steps = [ignoring(get('Bad')), setFields('After', { got: ref('Bad') })]
    const inLoop = await runDoc(flowOf(loop('Each', literal([1]), ...steps)), {}, server())
    expect(inLoop.outcome).toEqual({ status: 'succeeded', result: [{ got: null }] })
    const inErrorArm = await runDoc(flowOf(handled(get('Worse'), ...steps)), {}, server())
    expect(inErrorArm.outcome).toEqual({ status: 'succeeded', result: { got: null } })
  })

  it('E2 `retry` tries again with the same idempotency key, tells each try, and goes on when one succeeds', async () => {
    const server = serverOf((_, call) => (call < 3 ? { status: 503 } : { json: { call } }))
    const { outcome, lines, keys } = await runDoc(flowOf(retrying(get('Get'))), {}, server)
    expect(outcome).toMatchObject({ result: { body: { call: 3 } } })
    expect(lines.filter((line) => line.startsWith('attempt'))).toEqual([
      'attempt 1 step_get000 http-5xx 0',
      'attempt 2 step_get000 http-5xx 0',
    ])
    expect(new Set(keys)).toEqual(new Set(['run_abc123/step_get000']))
  })

  it('E3 the last try’s failure counts, unless it is to be ignored', async () => {
    const server = () => serverOf(() => ({ status: 503 }))
    const failing = await runDoc(flowOf(retrying(get('Get'))), {}, server())
    expect(failing.outcome).toMatchObject({ status: 'failed', failure: { code: 'http-5xx' } })
    expect(failing.calls).toHaveLength(3)
    expect(failing.lines).toContain('attempt 3 step_get000 http-5xx null')
    const doc = flowOf(retrying(get('Get'), { ignoreFinalError: true }), setFields('After', { got: ref('Get') }))
    expect((await runDoc(doc, {}, server())).outcome).toEqual({ status: 'succeeded', result: { got: null } })
  })

  it('E4 what cannot help is not tried again, and nothing is when retries are switched off', async () => {
    const wrong = await runDoc(
      flowOf(retrying(get('Get'))),
      {},
      serverOf(() => ({ status: 404 })),
    )
    expect(wrong.calls).toHaveLength(1)
    const off = await runDoc(
      flowOf(retrying(get('Get'))),
      { retries: false },
      serverOf(() => ({ status: 503 })),
    )
    expect(off.calls).toHaveLength(1)
    expect(off.outcome.status).toBe('failed')
  })

  it('E5 `handle` runs the error arm, where the step is its failure; the arm’s result becomes the step’s', async () => {
    const server = serverOf((path) => (path === 'bad' ? { status: 403 } : {}))
    const doc = flowOf(
      handled(
        get('Bad'),
        setFields('Rescue', { code: ref('Bad', 'error', 'code'), status: ref('Bad', 'error', 'params', 'status') }),
      ),
      setFields('After', { got: ref('Bad') }),
    )
    const { outcome, lines } = await runDoc(doc, {}, server)
    expect(outcome).toEqual({ status: 'succeeded', result: { got: { code: 'http-403', status: 403 } } })
    expect(lines.indexOf('failed step_bad000 http-403')).toBeLessThan(lines.indexOf('started step_rescue'))
  })

  it('E6 a failure inside an error arm fails the run and carries the first one as its cause', async () => {
    const server = serverOf((path) => ({ status: path === 'bad' ? 403 : 500 }))
    const { outcome } = await runDoc(flowOf(handled(get('Bad'), get('Worse'))), {}, server)
    expect(outcome).toMatchObject({
      failure: {
        code: 'http-5xx',
        at: { step: stepId('Worse') },
        cause: { code: 'http-403', at: { step: stepId('Bad') } },
      },
    })
  })

  it('E6 the first failure is at the end of the causes when the arm’s failure has one of its own', async () => {
    const server = serverOf(() => ({ status: 403 }))
    const worse = get('Worse', ref('Bad', 'missing'))
    const { outcome } = await runDoc(flowOf(handled(get('Bad'), worse)), {}, server)
    expect(outcome).toMatchObject({
      failure: {
        code: 'input-required',
        at: { step: stepId('Worse') },
        cause: { code: 'reference-undefined', cause: { code: 'http-403', at: { step: stepId('Bad') } } },
      },
    })
  })

  it('E7 a container is tried again as a whole', async () => {
    const server = serverOf((_, call) => (call < 3 ? { status: 503 } : {}))
    const doc = flowOf(retrying(loop('Each', literal([1, 2]), get('Get'))))
    const { outcome } = await runDoc(doc, {}, server)
    expect(outcome).toMatchObject({ status: 'succeeded', result: [{ status: 200 }, { status: 200 }] })
    expect(server.calls).toHaveLength(4)
  })
}
