import { specOf, type Failure, type StepId } from '#domain'
import { textOf, useLateTexts } from '#texts'
import { Button, showToast } from '#ui'
import { usePorts, useWorkbenchStore, useWorkspace, type TestPayload } from '#workbench'
import { ArrowDownToLine, FileSignature } from 'lucide-react'
import { useState } from 'react'
import { useStepConnection } from '../../connections/use-step-connection.ts'
import { FieldNote } from '../../fields/field-note.tsx'
import { isTornApart, rawBodyOf, withBodyAsRaw, withSignature } from './signed-payload.ts'

export interface SignPayloadProps {
  readonly stepId: StepId
  readonly payload: TestPayload
}

/** Signs a test payload as the sender of the webhook would; nothing where the trigger verifies nothing. */
export function SignPayload({ stepId, payload }: SignPayloadProps) {
  const t = useLateTexts()
  const { runner } = usePorts()
  const store = useWorkbenchStore()
  const catalog = useWorkspace((state) => state.catalog)
  const used = useStepConnection(stepId)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [isPending, setPending] = useState(false)
  const connection = used?.connection
  if (!connection || specOf(catalog, used.step)?.accepts !== 'webhook') return null
  const rawBody = payload.draft === null ? rawBodyOf(payload.value) : null

  const isTorn = payload.draft === null && isTornApart(payload.value)

  const sign = async () => {
    if (rawBody === null) return
    setPending(true)
    const signed = await runner.signWebhook(rawBody, { connection: connection.stableKey })
    setPending(false)
    setFailure(signed.ok ? null : signed.error)
    const { payloads, savePayload } = store.getState()
    const now = payloads.find(({ id }) => id === payload.id)
    // Edited meanwhile: the signature would not fit any more.
    if (!signed.ok || now?.draft !== null || rawBodyOf(now.value) !== rawBody) return
    savePayload({ ...now, value: withSignature(now.value, rawBody, signed.value) })
    showToast({ title: t('inspector.trigger.signed', { connection: connection.name }), tone: 'success' })
  }
  return (
    <div className="flex flex-col gap-1">
      {isTorn && (
        <>
          <FieldNote tone="warning">{t('inspector.trigger.torn')}</FieldNote>
          <Button
            size="sm"
            className="self-start"
            icon={<ArrowDownToLine />}
            onPress={() => store.getState().savePayload({ ...payload, value: withBodyAsRaw(payload.value) })}
          >
            {t('inspector.trigger.useBody')}
          </Button>
        </>
      )}
      <Button
        size="sm"
        className="self-start"
        icon={<FileSignature />}
        isPending={isPending}
        isDisabled={rawBody === null}
        onPress={() => void sign()}
      >
        {t('inspector.trigger.sign')}
      </Button>
      <FieldNote tone="muted">{t('inspector.trigger.signHelp')}</FieldNote>
      {failure && <FailureNote failure={failure} connection={connection.name} />}
    </div>
  )
}

function FailureNote({ failure, connection }: { readonly failure: Failure; readonly connection: string }) {
  const t = useLateTexts()
  const given = { step: connection, connection, ...failure.at, ...failure.params }
  const said = (part: 'what' | 'fix') => {
    const key = `failures.${failure.code}.${part}`
    const text = textOf(t, key, given)
    return text === key ? null : text
  }
  const what = said('what') ?? t('common.unknownProblem', { code: failure.code })
  return <FieldNote tone="danger">{[what, said('fix')].filter((text) => text !== null).join('. ')}</FieldNote>
}
