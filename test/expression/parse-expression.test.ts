import { parseExpression } from '#expression'
import { describe, expect, it } from 'vitest'

describe('parseExpression', () => {
  it('accepts JSONata', () => {
    expect(parseExpression('$sum($step_abc123.items.price)').ok).toBe(true)
  })

  it.each([
    ['1 +', 'expression-syntax', 3],
    ['a b', 'expression-syntax', 3],
    ['"open', 'expression-syntax', 5],
    ['', 'expression-empty', 0],
    ['  ', 'expression-empty', 0],
  ])('says of %j: %s at %i', (source, code, position) => {
    const parsed = parseExpression(source)
    expect(parsed).toMatchObject({ ok: false, error: { code, at: { position } } })
  })

  it('names the token that was not expected', () => {
    expect(parseExpression('a b')).toMatchObject({ error: { params: { reason: 'S0201', token: 'b' } } })
  })

  it('refuses what would overflow the parser instead of crashing', () => {
    expect(parseExpression('('.repeat(60_000))).toMatchObject({ ok: false })
    expect(parseExpression(' '.repeat(100_000) + '1')).toMatchObject({ error: { code: 'expression-too-long' } })
  })
})
