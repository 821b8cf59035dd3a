import type { IntegrationDoc } from '#domain'
import { saveDocument } from '#workbench'

/** Hands the document over as a file. It names connections by stable key and holds no secret. */
export function exportDocument(doc: IntegrationDoc): void {
  downloadText(doc.name, saveDocument(doc))
}

/** A browser may read what it saves only after the click, so the text stays at hand for a minute, in milliseconds. */
const KEPT_MS = 60_000

/** Offers a text as a file named after `name`. */
export function downloadText(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = `${fileNameOf(name)}.patchbay.json`
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS)
}

const fileNameOf = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '') || 'integration'
