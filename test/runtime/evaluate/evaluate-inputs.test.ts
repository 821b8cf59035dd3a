import { createBuiltinCatalog } from '#connectors'
import { literal, type Inputs } from '#domain'
import { createScope, evaluateInputs } from '#runtime'
import { describe, expect, it } from 'vitest'
import { draft, ref, stepId } from '../../fixtures/doc-builder.ts'

const specs = createBuiltinCatalog().connector('http')?.actions[0]?.inputs ?? []
const evaluate = (inputs: Inputs) =>
  evaluateInputs(specs, inputs, createScope({ [stepId('Get')]: { kind: 'json' } }), { now: () => 0, random: () => 0 })

describe('evaluateInputs', () => {
  it('I7 fills in defaults', async () => {
    expect(await evaluate({ url: literal('/a') })).toEqual({
      ok: true,
      value: { method: 'GET', url: '/a', bodyType: 'none', expect: 'auto', timeoutSeconds: 30, failOnStatus: true },
    })
  })

  it('I7 does not evaluate what is not shown, whatever it is', async () => {
    const hidden = await evaluate({ url: literal('/a'), textBody: draft('half'), jsonBody: literal(1) })
    expect(hidden).not.toHaveProperty('value.jsonBody')
    const shown = await evaluate({ url: literal('/a'), bodyType: ref('Get', 'kind'), jsonBody: literal(1) })
    expect(shown).toMatchObject({ value: { jsonBody: 1 } })
  })

  it.each([literal(''), literal(null), ref('Get', 'url')])('I7 a required input must have a value: %j', async (url) => {
    expect(await evaluate({ url })).toMatchObject({ error: { code: 'input-required', at: { input: 'url' } } })
  })
})
