import type { StepId } from '#domain'
import { useTranslation } from '#texts'
import { Button } from '#ui'
import { useState } from 'react'
import { usePickerParts } from '../connections/use-picker-parts.ts'
import { useStepConnection } from './step-connection.ts'

/** Opens the test credentials of the step's connection; the next request uses what is saved there. */
export function FixCredentials({ step }: { readonly step: StepId }) {
  const { t } = useTranslation()
  const connection = useStepConnection(step)
  const [isOpen, setOpen] = useState(false)
  const parts = usePickerParts()
  if (!connection) return null
  return (
    <>
      <Button size="sm" variant="primary" onPress={() => setOpen(true)}>
        {t('run.editCredentials')}
      </Button>
      {parts && <parts.TestCredentialsDialog connection={connection} isOpen={isOpen} onOpenChange={setOpen} />}
    </>
  )
}
