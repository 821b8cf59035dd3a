import type { Connection } from '#domain'
import { textOf } from '#texts'
import { Banner, Button } from '#ui'
import { useWorkspace } from '#workbench'
import { useState } from 'react'
import { isOfMethod } from '../is-of-method.ts'
import { EditAuthMethodDialog } from '../page/edit-auth-method-dialog.tsx'
import { ExpirySentence } from './expiry-sentence.tsx'
import type { ConsentState } from './use-consent.ts'
import { useConsentTexts } from './use-consent-texts.ts'

export interface ConsentEndProps {
  readonly connection: Connection
  readonly state: Extract<ConsentState, { readonly step: 'failed' | 'connected' }>
  readonly host: string
  readonly onAgain: () => void
  /** The auth method is another one now, so that asking again may come to something else. */
  readonly onMethodSaved: () => void
}

/** What asking for consent came to. */
export function ConsentEnd({ connection, state, host, onAgain, onMethodSaved }: ConsentEndProps) {
  const t = useConsentTexts()
  const method = useWorkspace(({ workspace }) => workspace.authMethods[connection.authMethod])
  const [isEditing, setEditing] = useState(false)
  if (state.step === 'connected') {
    const { expiresAt, isRenewable } = state.consent
    return (
      <Banner tone="success" title={t('consent.connected', { host })}>
        {isRenewable && t('consent.connectedRenewed')}
        {!isRenewable &&
          (expiresAt === null ? t('consent.connectedUnknown') : <ExpirySentence of="access" at={expiresAt} />)}
      </Banner>
    )
  }
  const { code, params, at } = state.failure
  const key = `failures.${code}`
  const words = { host, ...at, ...params }
  const what = textOf(t, `${key}.what`, words)
  const fix = textOf(t, `${key}.fix`, words)
  return (
    <Banner
      tone="danger"
      title={t('consent.failed')}
      action={
        <>
          {isOfMethod(state.failure) && (
            <Button size="sm" variant="primary" onPress={() => setEditing(true)}>
              {t('connections.editAuthMethod')}
            </Button>
          )}
          <Button size="sm" onPress={onAgain}>
            {t('consent.tryAgain')}
          </Button>
        </>
      }
    >
      <p>{what === `${key}.what` ? t('common.unknownProblem', { code }) : what}</p>
      {fix !== `${key}.fix` && <p>{fix}</p>}
      {isEditing && method && (
        <EditAuthMethodDialog method={method} onClose={() => setEditing(false)} onSaved={onMethodSaved} />
      )}
    </Banner>
  )
}
