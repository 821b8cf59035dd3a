import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ENTRIES } from './layer-table.ts'
import { scanSource } from './scan-source.ts'
import { readText, ROOT } from './source-tree.ts'

/** What an index offers, one line per name; types are marked. */
function surfaceOf(path: string, text: string): readonly string[] {
  return scanSource(path, text)
    .exports.map(({ name, typeOnly }) => (typeOnly ? `type ${name}` : name))
    .toSorted((a, b) => a.localeCompare(b, 'en'))
}

describe('public surface', () => {
  it('is what was agreed; after a meant change run `npx vitest run test/architecture -u`', async () => {
    const present = Object.entries(ENTRIES).filter(([, target]) => existsSync(join(ROOT, target)))
    const surface = Object.fromEntries(present.map(([entry, target]) => [entry, surfaceOf(target, readText(target))]))
    await expect(`${JSON.stringify(surface, null, 2)}\n`).toMatchFileSnapshot('public-surface.json')
  })
})

describe('the check itself', () => {
  it('reads names, types and declarations', () => {
    const text = `export { b, type C } from './b.ts'; export type { D } from './d.ts'; export const a = 1; export function f() {}`
    expect(surfaceOf('index.ts', text)).toEqual(['a', 'b', 'f', 'type C', 'type D'])
  })
})
