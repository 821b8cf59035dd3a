import { behaviourOf } from '#connectors/behaviours'
import { describe, expect, it } from 'vitest'
import { perform } from '../../behaviour-fixture.ts'

describe('Flow Set fields', () => {
  it('gives the object its rows make', async () => {
    const { result } = await perform(behaviourOf('core', 'set-fields'), { fields: { n: 1, list: [true] } })
    expect(result).toEqual({ ok: true, value: { n: 1, list: [true] } })
  })
})

describe('Flow Log message', () => {
  it('writes the message and gives it', async () => {
    const log = behaviourOf('core', 'log')
    expect(await perform(log, { level: 'warn', message: 'hot' })).toMatchObject({
      logs: ['warn hot'],
      result: { value: 'hot' },
    })
    expect(await perform(log, { message: 'plain' })).toMatchObject({ logs: ['info plain'] })
  })
})
