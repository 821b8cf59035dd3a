import { err, problem, type Problem, type Result } from '#base'
import type { IntegrationDoc, IntegrationId } from '#domain'
import { problemText, useFormat, useTranslation } from '#texts'
import { Banner, showToast } from '#ui'
import { usePorts, useWorkspaceStore } from '#workbench'
import { planImport } from '#workspace'
import { useState, type ReactNode } from 'react'
import { useLocation } from 'wouter'

/** Bytes; far above any integration, far below what would stop a page. */
const MAX_FILE_BYTES = 25_000_000

/** Choosing and importing a file: it is parsed away from the page and nothing changes when it is refused. */
export interface Import {
  readonly choose: () => void
  readonly isPending: boolean
  /** Why the last file was refused. */
  readonly message: ReactNode
}

/** Imports an integration's file. */
export function useImport(): Import {
  const { t } = useTranslation()
  const format = useFormat()
  const { documents, environment } = usePorts()
  const workspace = useWorkspaceStore()
  const [, navigate] = useLocation()
  const [isPending, setPending] = useState(false)
  const [refused, setRefused] = useState<{ readonly file: string; readonly why: string } | null>(null)

  const accept = async (parsed: IntegrationDoc) => {
    const all = await documents.all()
    const planAmong = (integrations: ReadonlySet<IntegrationId>) =>
      planImport(parsed, {
        integrations,
        workspace: workspace.getState().workspace,
        createId: environment.createId,
      })
    let planned = planAmong(new Set(all.map((doc) => doc.id)))
    let created = await documents.create(planned.doc)
    // A document that cannot be read has its id too, and one that was made meanwhile.
    if (!created.ok && created.error.code === 'integration-exists') {
      planned = planAmong(new Set([parsed.id]))
      created = await documents.create(planned.doc)
    }
    if (!created.ok) return created.error
    showToast({
      title: t('home.imported', { name: planned.doc.name }),
      tone: planned.missing.length > 0 ? 'warning' : 'success',
      ...(planned.missing.length > 0 && {
        description: t('home.importedMissing', { names: planned.missing.join(', ') }),
      }),
    })
    navigate(`/integrations/${planned.doc.id}`)
    return null
  }

  // Decoded here and strictly: `File.text()` drops a byte order mark and replaces what is no UTF-8, so that neither is seen.
  const parseFile = async (file: File): Promise<Result<IntegrationDoc, Problem>> => {
    try {
      const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await file.arrayBuffer())
      return await documents.parse(text)
    } catch {
      return err(problem('import-failed'))
    }
  }

  const read = async (file: File) => {
    setPending(true)
    setRefused(null)
    const parsed =
      file.size > MAX_FILE_BYTES
        ? err(problem('file-too-large', { limit: format.bytes(MAX_FILE_BYTES) }))
        : await parseFile(file)
    const refusal = parsed.ok ? await accept(parsed.value) : parsed.error
    if (refusal) setRefused({ file: file.name, why: problemText(t, refusal) })
    setPending(false)
  }

  return {
    choose: () => chooseFile((file) => void read(file)),
    isPending,
    message: refused && (
      <Banner tone="danger" title={t('home.importFailed', { file: refused.file })} onDismiss={() => setRefused(null)}>
        {refused.why}
      </Banner>
    ),
  }
}

function chooseFile(onChoose: (file: File) => void): void {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = '.json,application/json'
  input.addEventListener('change', () => {
    const file = input.files?.[0]
    if (file) onChoose(file)
  })
  input.click()
}
