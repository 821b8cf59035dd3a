import { readFile, realpath, stat } from 'node:fs/promises'
import * as nodePath from 'node:path'

/** A file of the built application. */
export interface AppFile {
  readonly bytes: Buffer
  /** Changes when the file does. */
  readonly tag: string
}

/** What the file system says of a name that no file has, or can have. */
const MISSING: ReadonlySet<unknown> = new Set(['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'])

/** Path segments without tricks, or null: no dot files, no parents, no separators or zero bytes hidden in an escape. */
function plainSegments(path: string): readonly string[] | null {
  try {
    const segments = path.slice(1).split('/').map(decodeURIComponent)
    const plain = segments.every((segment) => segment !== '' && !segment.startsWith('.') && !/[\\/\0:]/.test(segment))
    return plain ? segments : null
  } catch {
    return null
  }
}

/** Reads the file that a request path names below `root`; null when there is none, or when it lies elsewhere by way of a link. */
export async function readAppFile(root: string, path: string): Promise<AppFile | null> {
  const segments = plainSegments(path)
  if (!segments) return null
  try {
    const [base, file] = await Promise.all([realpath(root), realpath(nodePath.join(root, ...segments))])
    if (!file.startsWith(base + nodePath.sep)) return null
    const facts = await stat(file)
    if (!facts.isFile()) return null
    const tag = `W/"${facts.size.toString(36)}-${Math.floor(facts.mtimeMs).toString(36)}"`
    return { bytes: await readFile(file), tag }
  } catch (error) {
    if (error instanceof Error && 'code' in error && MISSING.has(error.code)) return null
    throw error
  }
}
