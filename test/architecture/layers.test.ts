import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkImports } from './check-imports.ts'
import { ENTRIES, LAYERS } from './layer-table.ts'
import { scanSource } from './scan-source.ts'
import { filesBelow, isCode, readJson, readText, ROOT } from './source-tree.ts'

const sources = filesBelow('src').filter((path) => isCode(path) && path.split('/').length > 2)
const pure = 'base expression domain auth format demo operations connectors workspace runtime protocol'.split(' ')

describe('layers', () => {
  it('imports only what the table allows', () => {
    expect(sources.length).toBeGreaterThan(0)
    expect(sources.flatMap((path) => checkImports(path, readText(path)))).toEqual([])
  })

  it('uses no enum, no `export *`, no default export and no glob import', () => {
    const found = sources.flatMap((path) =>
      scanSource(path, readText(path))
        .banned.filter(({ what }) => !what.includes('Date'))
        .map(({ what, line }) => `${path}:${line} ${what}`),
    )
    expect(found).toEqual([])
  })

  it('takes the time from a port in the pure layers', () => {
    const found = sources
      .filter((path) => pure.includes(path.split('/')[1] ?? ''))
      .flatMap((path) => scanSource(path, readText(path)).banned.map(({ what, line }) => `${path}:${line} ${what}`))
    expect(found).toEqual([])
  })

  it('has one entry per layer in package.json, without wildcards, and each file is there', () => {
    const { imports } = readJson('package.json') as { readonly imports: Readonly<Record<string, string>> }
    expect(imports).toEqual(ENTRIES)
    expect(Object.keys(imports).filter((key) => key.includes('*'))).toEqual([])
    expect(Object.values(imports).filter((target) => !existsSync(join(ROOT, target)))).toEqual([])
  })

  it('has no folder in src beside the layers', () => {
    const folders = new Set(sources.map((path) => path.split('/')[1]))
    expect([...folders].filter((folder) => !(folder !== undefined && folder in LAYERS))).toEqual([])
  })

  it('compiles the platform-free layers without the DOM', () => {
    const { include } = readJson('src/tsconfig.core.json') as { readonly include: readonly string[] }
    expect(include.toSorted()).toEqual(pure.toSorted())
  })
})

describe('the check itself', () => {
  const problemsOf = (path: string, text: string): readonly string[] =>
    checkImports(path, text).map((line) => line.slice(line.indexOf(': ') + 2))

  it.each([
    ['src/domain/a.ts', `import { x } from '#vault'`, 'domain may not import vault'],
    ['src/domain/a.ts', `export { x } from '#runtime'`, 'domain may not import runtime'],
    ['src/domain/a.ts', `const x = import('#ui')`, 'domain may not import ui'],
    ['src/domain/a.ts', `let x: import('#ui').Button`, 'domain may not import ui'],
    ['src/domain/a.ts', `import '../vault/seal.ts'`, 'leaves src/domain/'],
    ['src/domain/a.ts', `import { x } from '#base/json.ts'`, 'reaches behind an index'],
    ['src/domain/a.ts', `import { x } from '#domain'`, 'imports its own index'],
    ['src/domain/a.ts', `import { useState } from 'react'`, 'never inside domain'],
    ['src/base/a.ts', `import * as z from 'zod'`, 'never inside base'],
    ['src/vault/a.ts', `import Dexie from 'dexie'`, 'never inside vault'],
    ['src/workbench/a.ts', `import { interpret } from '#runtime'`, 'only "import type" from runtime'],
    ['src/workbench/a.ts', `import { type Trace } from '#runtime'`, 'only "import type" from runtime'],
    ['src/workbench/a.ts', `import { x } from '#connectors/behaviours'`, 'workbench may not use this door'],
    [
      'src/designer/canvas/a.tsx',
      `import { x } from '../home/b.tsx'`,
      'designer folders meet in shell: canvas uses home',
    ],
    ['src/hosts/app/a.ts', `import { x } from '../server/b.ts'`, 'leaves src/hosts/app/'],
    ['src/drivers/a.ts', `new Worker(new URL('../vault/w.ts', import.meta.url))`, 'leaves src/drivers/'],
    ['src/drivers/a.ts', `import(name)`, 'a computed import cannot be checked'],
  ])('refuses in %s: %s', (path, text, expected) => {
    expect(problemsOf(path, text)).toEqual([expected])
  })

  it.each([
    ['src/domain/a.ts', `import { ok } from '#base'; import { b } from './b.ts'; import * as z from 'zod'`],
    ['src/workbench/a.ts', `import type { Trace } from '#runtime'`],
    ['src/designer/canvas/a.tsx', `import { x } from '../fields/b.tsx'; import { y } from '../selection.ts'`],
    ['src/designer/shell/a.tsx', `import { x } from '../home/b.tsx'`],
    [
      'src/hosts/app/a.ts',
      `import { x } from '#drivers/workers'; import { y } from './b.ts'; import '../../ui/styles.css'`,
    ],
    ['src/hosts/server/a.ts', `readdir(new URL('../app', import.meta.url))`],
    ['src/drivers/workers/a.ts', `new Worker(new URL('./runner.ts', import.meta.url), { type: 'module' })`],
    ['src/domain/a.ts', `// import '#vault'\nconst text = "import x from '#vault'"`],
  ])('accepts in %s: %s', (path, text) => {
    expect(problemsOf(path, text)).toEqual([])
  })

  it('sees what is banned', () => {
    const text = `export enum A {}; export * from './b.ts'; export default 1; new Date(); Date(); import.meta.glob('./*')`
    expect(scanSource('a.ts', text).banned.map(({ what }) => what)).toEqual([
      'enum',
      'export *',
      'export default',
      'new Date()',
      'Date()',
      'import.meta.glob',
    ])
    expect(scanSource('a.ts', `new Date(iso); const enumerate = 1`).banned).toEqual([])
  })
})
