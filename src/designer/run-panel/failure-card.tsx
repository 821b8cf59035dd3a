import type { Failure, StepId } from '#domain'
import { failureParams, textOf, useLateTexts } from '#texts'
import { Banner, Button } from '#ui'
import { useWorkbench } from '#workbench'
import { AskServer } from './ask-server.tsx'
import { CopyAllowOption } from './copy-allow-option.tsx'
import { UnlockVault } from '../vault/unlock-vault.tsx'
import { FixCredentials } from './fix-credentials.tsx'

export interface FailureCardProps {
  readonly failure: Failure
  readonly step: StepId
}

/** Why a step failed, as far as the platform can know, and what to do about it. */
export function FailureCard({ failure, step }: FailureCardProps) {
  const t = useLateTexts()
  const name = useWorkbench((state) => state.doc.steps[step]?.name) ?? step
  const params = failureParams(t, { step: name, ...failure.at, ...failure.params })
  const what = textOf(t, `failures.${failure.code}.what`, params)
  const fix = textOf(t, `failures.${failure.code}.fix`, params)
  const known = what !== `failures.${failure.code}.what`
  return (
    <Banner
      tone="danger"
      title={known ? what : t('failures.unknown', { step: name, code: failure.code })}
      action={<FailureAction failure={failure} step={step} />}
    >
      {known && fix !== `failures.${failure.code}.fix` && <p>{fix}</p>}
      {failure.cause && <Cause failure={failure.cause} />}
    </Banner>
  )
}

function Cause({ failure }: { readonly failure: Failure }) {
  const t = useLateTexts()
  const key = `failures.${failure.code}.what`
  const text = textOf(t, key, failureParams(t, { ...failure.at, ...failure.params }))
  return <p className="mt-1 text-xs text-muted">{text === key ? failure.code : text}</p>
}

function FailureAction({ failure, step }: FailureCardProps) {
  const t = useLateTexts()
  const select = useWorkbench((state) => state.select)
  const setInspectorTab = useWorkbench((state) => state.setInspectorTab)
  switch (failure.code) {
    case 'blocked-or-unreachable':
      return <AskServer failure={failure} step={step} />
    case 'egress-blocked':
      return <CopyAllowOption failure={failure} />
    case 'vault-locked':
      return <UnlockVault />
    case 'http-401':
    case 'http-403':
    case 'credential-missing':
    case 'credential-damaged':
    case 'credential-origin-changed':
    case 'credential-token-origin':
    case 'consent-missing':
    case 'needs-reconnect':
    case 'token-refused':
    case 'client-secret-missing':
    case 'client-secret-not-bound':
      return <FixCredentials step={step} failure={failure.code} />
    default:
      return (
        <Button
          size="sm"
          onPress={() => {
            select([step])
            setInspectorTab('configure')
          }}
        >
          {t('run.openStep')}
        </Button>
      )
  }
}
