import { expressionReferences, pathSource, rewriteReferences } from '#expression'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

describe('rewriteReferences', () => {
  it('changes ids and nothing else', () => {
    const source = '/* $step_aaaaaa */ $step_aaaaaa.x  &  "$step_aaaaaa" & $step_bbbbbb'
    const rewritten = rewriteReferences(source, (id) => (id === 'step_aaaaaa' ? 'step_longer1' : undefined))
    expect(rewritten).toBe('/* $step_aaaaaa */ $step_longer1.x  &  "$step_aaaaaa" & $step_bbbbbb')
  })

  it('hands back what does not parse', () => {
    expect(rewriteReferences('$step_aaaaaa +', () => 'step_bbbbbb')).toBe('$step_aaaaaa +')
  })
})

describe('pathSource', () => {
  it('writes any path so that it is read back', () => {
    const key = fc.oneof(fc.string(), fc.constantFrom('and', 'a b', 'a"b', 'x.y', '0'), fc.nat(99))
    fc.assert(
      fc.property(fc.array(key, { maxLength: 5 }), (path) => {
        // Two indexes in a row are one filter after another: no fixed path.
        fc.pre(path.every((part, index) => typeof part === 'string' || typeof path[index - 1] !== 'number'))
        expect(expressionReferences(pathSource('step_abc123', path))[0]?.path).toEqual(path)
      }),
    )
  })
})
