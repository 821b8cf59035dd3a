import { err, ok, type Result } from '#base'
import { X509Certificate } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { ArgumentProblem } from './messages.ts'

async function certificatesIn(file: string): Promise<readonly string[]> {
  try {
    const text = await readFile(file, 'utf8')
    const found = text.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? []
    return found.map((certificate) => new X509Certificate(certificate).toString())
  } catch {
    return []
  }
}

/**
 * The certificates in the files of `--trust`, as PEM, and those in `extra`, the file that NODE_EXTRA_CA_CERTS names: Node
 * reads that one only where it is not told whom else to trust.
 */
export async function readTrust(
  files: readonly string[],
  extra?: string,
): Promise<Result<readonly string[], ArgumentProblem>> {
  if (files.length === 0) return ok([])
  const all = await Promise.all(files.map(certificatesIn))
  const empty = files.find((_, index) => all[index]?.length === 0)
  if (empty !== undefined) return err({ code: 'bad-trust', given: empty })
  return ok([...all.flat(), ...(extra === undefined ? [] : await certificatesIn(extra))])
}
