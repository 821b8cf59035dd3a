import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync(new URL('../../src/ui/tokens.css', import.meta.url), 'utf8')
const THEMES = ['light', 'dark'] as const
type ThemeName = (typeof THEMES)[number]

const colours = new Map(
  [...css.matchAll(/--color-([\w-]+): light-dark\((#[0-9a-f]{6,8}), (#[0-9a-f]{6,8})\);/g)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }],
  ),
)

function channels(name: string, theme: ThemeName): readonly number[] {
  const hex = colours.get(name)?.[theme]
  if (hex === undefined) throw new Error(`No token ${name}`)
  return (hex.slice(1).match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16) / 255)
}

/** A translucent token as it looks on the one below it. */
function flattened(name: string, below: string, theme: ThemeName): readonly number[] {
  const [r = 0, g = 0, b = 0, alpha = 1] = channels(name, theme)
  const base = channels(below, theme)
  return [r, g, b].map((value, at) => value * alpha + (base[at] ?? 0) * (1 - alpha))
}

/** WCAG 2.2, relative luminance. */
function luminance(rgb: readonly number[]): number {
  const [r = 0, g = 0, b = 0] = rgb.map((value) =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  )
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** WCAG 2.2, contrast ratio. */
function contrast(front: readonly number[], back: readonly number[]): number {
  const [high = 0, low = 0] = [luminance(front), luminance(back)].toSorted((a, b) => b - a)
  return (high + 0.05) / (low + 0.05)
}

function tooWeak(pairs: readonly (readonly [front: string, back: string])[], least: number): readonly string[] {
  return THEMES.flatMap((theme) =>
    pairs.flatMap(([front, back]) => {
      const ratio = contrast(flattened(front, back, theme), channels(back, theme))
      return ratio < least ? [`${theme}: ${front} on ${back} ${ratio.toFixed(2)}`] : []
    }),
  )
}

const pairs = (fronts: readonly string[], backs: readonly string[]) =>
  fronts.flatMap((front) => backs.map((back) => [front, back] as const))

const SURFACES = ['canvas', 'sunken', 'surface', 'raised']
const STATES = ['success', 'warning', 'danger', 'info', 'running']

describe('tokens', () => {
  it('measures contrast as WCAG does', () => {
    expect(contrast([0, 0, 0], [1, 1, 1])).toBeCloseTo(21)
    expect(contrast([0x77 / 255, 0x77 / 255, 0x77 / 255], [1, 1, 1])).toBeCloseTo(4.48, 2)
  })

  it('gives every text 4.5:1 on every surface, in both themes', () => {
    const texts = ['strong', 'default', 'muted', 'faint', 'accent-text', ...STATES]
    expect(tooWeak(pairs(texts, SURFACES), 4.5)).toEqual([])
  })

  it('gives text on coloured grounds 4.5:1, in both themes', () => {
    const grounds = [
      ...STATES.flatMap((state) => pairs([state, 'strong', 'default'], [`${state}-soft`])),
      ...pairs(['accent-text', 'strong'], ['accent-soft']),
      ...pairs(['on-accent'], ['accent', 'accent-hover', 'accent-pressed']),
      ...pairs(['on-danger'], ['danger-fill', 'danger-fill-hover', 'danger-fill-pressed']),
      ...pairs(['on-inverse'], ['inverse']),
    ]
    expect(tooWeak(grounds, 4.5)).toEqual([])
  })

  it('keeps quiet text readable while its row is hovered or pressed', () => {
    const weak = THEMES.flatMap((theme) =>
      ['surface', 'raised'].flatMap((surface) =>
        ['hover', 'pressed'].flatMap((state) => {
          const ratio = contrast(channels('muted', theme), flattened(state, surface, theme))
          return ratio < 4.5 ? [`${theme}: muted on ${state} ${surface} ${ratio.toFixed(2)}`] : []
        }),
      ),
    )
    expect(weak).toEqual([])
  })

  it('gives the borders of controls and the focus mark 3:1 on every surface, in both themes', () => {
    expect(tooWeak(pairs(['control', 'focus', 'accent', ...STATES], SURFACES), 3)).toEqual([])
  })

  it('has no colour without a value for both themes', () => {
    const declared = [...css.matchAll(/--color-([\w-]+):/g)].map(([, name]) => name)
    expect(declared).toEqual([...colours.keys()])
    expect(colours.size).toBeGreaterThan(40)
  })

  it('turns motion off where a person asked for less', () => {
    const reduced = css.slice(css.indexOf('prefers-reduced-motion: reduce'))
    expect(reduced).toMatch(/--motion-fast: 0ms;\s+--motion-base: 0ms;/)
  })
})
