import type { Connection } from '#domain'
import { useTranslation } from '#texts'
import { Button } from '#ui'
import { useWorkspace } from '#workbench'
import { CircleX } from 'lucide-react'
import { useState } from 'react'
import { ConnectionTestDialog } from './connection-test-dialog.tsx'

/** Says that the latest test of a connection failed, whatever its status knows of that, and opens the report. */
export function LastTest({ connection }: { readonly connection: Connection }) {
  const { t } = useTranslation()
  const hasFailed = useWorkspace(({ tests }) => tests[connection.id]?.report?.outcome === 'failed')
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      {hasFailed && (
        <Button size="sm" variant="quiet" icon={<CircleX className="text-danger" />} onPress={() => setOpen(true)}>
          {t('checks.lastFailed')}
        </Button>
      )}
      {isOpen && <ConnectionTestDialog connection={connection} isPast onClose={() => setOpen(false)} />}
    </>
  )
}
