import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository's folder, with a slash at its end. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** Paths of all files below a folder of the repository, relative to the repository, with `/`. */
export function filesBelow(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .toSorted()
}

/** A file's text. */
export const readText = (path: string): string => readFileSync(join(ROOT, path), 'utf8')

/** A JSON file's content. */
export const readJson = (path: string): unknown => JSON.parse(readText(path))

/** Whether a path is TypeScript that is compiled, so not a declaration. */
export const isCode = (path: string): boolean => /\.tsx?$/.test(path) && !path.endsWith('.d.ts')
