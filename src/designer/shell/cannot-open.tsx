import type { Problem } from '#base'
import type { IntegrationId } from '#domain'
import { problemText, useTranslation } from '#texts'
import { Button, EmptyState, LinkButton } from '#ui'
import { usePorts } from '#workbench'
import { FileWarning } from 'lucide-react'
import { useEffect, useState } from 'react'
import { downloadText } from '../export/export-document.ts'

export interface CannotOpenProps {
  /** Null when the address names none. */
  readonly id: IntegrationId | null
  readonly problem: Problem
}

/** Says why an integration cannot be opened; what is stored of it can be taken out as a file. */
export function CannotOpen({ id, problem }: CannotOpenProps) {
  const { t } = useTranslation()
  const raw = useRaw(id)
  return (
    <main className="flex h-dvh items-center justify-center bg-canvas">
      <EmptyState
        icon={<FileWarning />}
        title={t('designer.cannotOpen')}
        action={
          <>
            {id !== null && raw !== undefined && (
              <Button onPress={() => downloadText(id, raw)}>{t('designer.exportStored')}</Button>
            )}
            <LinkButton variant="primary" href="/">
              {t('designer.backHome')}
            </LinkButton>
          </>
        }
      >
        <p>{problemText(t, problem)}</p>
        {raw !== undefined && <p className="mt-2">{t('designer.keptAsIs')}</p>}
      </EmptyState>
    </main>
  )
}

function useRaw(id: IntegrationId | null): string | undefined {
  const { documents } = usePorts()
  const [raw, setRaw] = useState<string>()
  useEffect(() => {
    let isLeft = false
    const show = (text: string | undefined) => {
      if (!isLeft) setRaw(text)
    }
    // Where storage itself fails there is nothing to take out.
    if (id !== null) documents.raw(id).then(show, () => show(undefined))
    return () => {
      isLeft = true
    }
  }, [documents, id])
  return raw
}
