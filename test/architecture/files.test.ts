import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { filesBelow, isCode, readText, ROOT } from './source-tree.ts'

const sources = filesBelow('src')
const code = sources.filter(isCode)
const tests = filesBelow('test')

/** Folders of `test/` that mirror nothing. */
const APART = ['architecture', 'contract', 'fixtures', 'e2e', 'bench']

/** Words that say nothing about what is inside. */
const EMPTY_WORDS = /(^|-)(utils?|helpers?|constants|managers?|misc|stuff)$|^types?$/

const linesOf = (text: string): number => text.replace(/\n$/, '').split('\n').length

/** The value below which `share` of the sorted values lie. */
const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0

const isKebab = (name: string): boolean => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)

/** The parts of a path that say nothing, or are not written in kebab case. */
function badNames(path: string): readonly string[] {
  const parts = path.split('/').slice(1)
  const stems = parts.map((part, index) => (index === parts.length - 1 ? (part.split('.')[0] ?? '') : part))
  const isPage = /^(ARCHITECTURE|SPEC|README)\.md$/.test(parts.at(-1) ?? '')
  return stems.filter(
    (stem, index) => EMPTY_WORDS.test(stem) || (!isKebab(stem) && !(isPage && index === stems.length - 1)),
  )
}

/** Where a test's subject would be: a file of the same path, be it a style sheet or a specification, or a folder. */
function subjectsOf(test: string): readonly string[] {
  const path = test.replace(/^test\//, 'src/').replace(/\.test\.tsx?$/, '')
  return [`${path}.ts`, `${path}.tsx`, `${path}.css`, `${path}.md`, path]
}

describe('files', () => {
  it('are small: the median 80 lines, nine in ten 220, none over 400', () => {
    const sizes = code.map((path) => ({ path, lines: linesOf(readText(path)) }))
    const sorted = sizes.map(({ lines }) => lines).toSorted((a, b) => a - b)
    expect(sizes.filter(({ lines }) => lines > 400)).toEqual([])
    expect(quantile(sorted, 0.9)).toBeLessThanOrEqual(220)
    expect(quantile(sorted, 0.5)).toBeLessThanOrEqual(80)
  })

  it('are named in kebab case and by what they hold', () => {
    expect(sources.filter((path) => badNames(path).length > 0)).toEqual([])
  })

  it('have tests that mirror them', () => {
    const orphans = tests
      .filter((path) => /\.test\.tsx?$/.test(path) && !APART.includes(path.split('/')[1] ?? ''))
      .filter((path) => !subjectsOf(path).some((subject) => existsSync(join(ROOT, subject))))
    expect(orphans).toEqual([])
  })

  it('keep tests out of src', () => {
    expect(sources.filter((path) => /\.(test|spec)\./.test(path))).toEqual([])
  })
})

describe('the check itself', () => {
  it('counts lines and quantiles', () => {
    expect(linesOf('a\nb\n')).toBe(2)
    expect(linesOf('a\nb')).toBe(2)
    expect(quantile([1, 2, 3, 4, 5, 6, 7, 8, 9, 100], 0.9)).toBe(9)
    expect(quantile([10, 20, 30], 0.5)).toBe(20)
  })

  it.each(['src/domain/utils.ts', 'src/ui/date-helpers.ts', 'src/domain/types/step.ts', 'src/ui/StepCard.tsx'])(
    'refuses the name %s',
    (path) => {
      expect(badNames(path)).toHaveLength(1)
    },
  )

  it.each(['src/domain/auth-type.ts', 'src/ARCHITECTURE.md', 'src/base/platform.d.ts', 'src/format/frozen/v1.json'])(
    'accepts the name %s',
    (path) => {
      expect(badNames(path)).toEqual([])
    },
  )

  it('knows where a test belongs', () => {
    expect(subjectsOf('test/domain/step.test.ts')).toContain('src/domain/step.ts')
    expect(subjectsOf('test/designer/canvas/step-node.test.tsx')).toContain('src/designer/canvas/step-node.tsx')
  })
})
