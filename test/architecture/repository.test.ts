import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { LAYERS } from './layer-table.ts'
import { filesBelow, readJson, readText, ROOT } from './source-tree.ts'

const OUTSIDE = /(^|\/)(node_modules|dist|coverage|test-results|playwright-report|\.git)\//

/** What belongs to the repository: as git sees it, or everything that is not made by a tool. */
function repositoryFiles(): readonly string[] {
  const git = spawnSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: ROOT })
  const listed = git.status === 0 ? git.stdout.toString().split('\n').filter(Boolean) : filesBelow('.')
  return listed.filter((path) => !OUTSIDE.test(path) && !/\.(woff2|png|ico)$/.test(path))
}

/** Hosts of package registries. Written in pieces, so that this file does not name one. */
const REGISTRIES = [
  ['registry\\.', '(npmjs|yarnpkg|npmmirror)'],
  ['npm\\.pkg', '\\.github'],
  ['arti', 'factory'],
  ['verda', 'ccio'],
]
const REGISTRY = new RegExp(REGISTRIES.map((pieces) => pieces.join('')).join('|'))

/** Absolute paths of one machine. `/home` alone is a route of many applications, so a user's name must follow it. */
const MACHINE_PATH = /(^|[\s'"`(=:])(\/(work|root)\/[\w.-]|\/(home|Users)\/\w+\/[\w.-]|[A-Z]:\\Users\\)/m

/** Which patterns a text breaks. */
const leaksOf = (text: string): readonly string[] =>
  [REGISTRY, MACHINE_PATH].flatMap((pattern) => pattern.exec(text)?.[0].trim() ?? [])

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>
  readonly devDependencies: Readonly<Record<string, string>>
}

interface LockFile {
  readonly packages: Readonly<
    Record<
      string,
      {
        readonly resolved?: string
        readonly integrity?: string
        readonly optionalDependencies?: Readonly<Record<string, string>>
      }
    >
  >
}

/** The rows of a markdown table whose first cell is a layer: `{ domain: ['base', 'expression'] }`. */
function importRows(markdown: string): Readonly<Record<string, readonly string[]>> {
  const rows: Record<string, readonly string[]> = {}
  for (const line of markdown.split('\n')) {
    const [, layers, imports] = line.split('|').map((cell) => cell.trim())
    if (layers === undefined || imports === undefined) continue
    for (const layer of layers.split(' · ')) {
      if (!(layer in LAYERS)) continue
      const named = imports === '-' ? [] : (imports.match(/\w+( \(types\))?/g) ?? [])
      rows[layer] = named.toSorted()
    }
  }
  return rows
}

describe('repository', () => {
  const files = repositoryFiles()

  it('names no registry host and no path of one machine', () => {
    expect(files.length).toBeGreaterThan(20)
    expect(files.flatMap((path) => leaksOf(readText(path)).map((leak) => `${path}: ${leak}`))).toEqual([])
  })

  it('pins every dependency to one version', () => {
    const { dependencies, devDependencies } = readJson('package.json') as Manifest
    const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
    )
    expect(loose).toEqual([])
  })

  it('has a lock file that works with any registry and checks what it gets', () => {
    const lock = readJson('package-lock.json') as LockFile
    const packages = Object.entries(lock.packages).filter(([path]) => path !== '')
    expect(packages.filter(([, entry]) => entry.resolved !== undefined).map(([path]) => path)).toEqual([])
    expect(packages.filter(([, entry]) => entry.integrity === undefined).map(([path]) => path)).toEqual([])
  })

  it('locks the packages of every platform, without which `npm ci` refuses the lock file', () => {
    const { packages } = readJson('package-lock.json') as LockFile
    const locked = new Set(Object.keys(packages).map((path) => path.split('node_modules/').at(-1)))
    const wanted = Object.values(packages).flatMap((entry) => Object.keys(entry.optionalDependencies ?? {}))
    expect(wanted.length).toBeGreaterThan(0)
    expect(wanted.filter((name) => !locked.has(name))).toEqual([])
  })

  it('starts its README with the two lines that set it up', () => {
    const readme = readText('README.md')
    const [start, test] = /```sh\n(.*)\n(.*)\n```/.exec(readme)?.slice(1) ?? []
    expect(start).toBe('npm ci && npm start')
    expect(test).toBe('npm ci && npm test')
    expect(readme.indexOf('npm ci && npm start')).toBeLessThan(60)
  })

  it('has the import table of the architecture page', () => {
    const expected = Object.fromEntries(
      Object.entries(LAYERS).map(([layer, { imports }]) => [layer, [...imports].toSorted()]),
    )
    expect(importRows(readText('src/ARCHITECTURE.md'))).toEqual(expected)
  })

  it('keeps AGENTS.md within 100 lines', () => {
    expect(readText('AGENTS.md').split('\n').length).toBeLessThanOrEqual(101)
  })
})

describe('the check itself', () => {
  it.each([
    ['resolved: "https://registry', '.npmjs.org/x"'],
    ["const path = '/work", "/main/src'"],
    ['(/home', '/ada/patchbay)'],
    ['/root', '/.cache'],
  ])('finds the leak in %s%s', (...parts) => {
    expect(leaksOf(parts.join(''))).toHaveLength(1)
  })

  it.each(['/usr/bin/chromium', `route('/home')`, 'src/designer/home/page.tsx', 'https://patchbay.test/work/1'])(
    'leaves %s alone',
    (text) => {
      expect(leaksOf(text)).toEqual([])
    },
  )

  it('reads a table', () => {
    expect(importRows('| base | - | x |\n| ui · texts | base |\n| protocol | base operations (types) |')).toEqual({
      base: [],
      ui: ['base'],
      texts: ['base'],
      protocol: ['base', 'operations (types)'],
    })
  })
})
