import type { Connection, StepId } from '#domain'
import { Button } from '#ui'
import { useState } from 'react'
import { useCredentialsLabel } from '../connections/use-credentials-label.ts'
import { usePickerParts } from '../connections/use-picker-parts.ts'
import { useStepConnection } from './step-connection.ts'

/** Opens the test credentials of the step's connection; the next request uses what is saved there. */
export function FixCredentials({ step, failure }: { readonly step: StepId; readonly failure: string }) {
  const connection = useStepConnection(step)
  return connection ? <FixButton connection={connection} failure={failure} /> : null
}

function FixButton({ connection, failure }: { readonly connection: Connection; readonly failure: string }) {
  const [isOpen, setOpen] = useState(false)
  const parts = usePickerParts()
  const label = useCredentialsLabel(connection, failure)
  return (
    <>
      <Button size="sm" variant="primary" onPress={() => setOpen(true)}>
        {label}
      </Button>
      {parts && <parts.TestCredentialsDialog connection={connection} isOpen={isOpen} onOpenChange={setOpen} />}
    </>
  )
}
