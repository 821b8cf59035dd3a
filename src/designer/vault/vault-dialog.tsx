import { problemText } from '#texts'
import { Banner, Button, Dialog, Select, showToast } from '#ui'
import { usePorts, type VaultStatus } from '#workbench'
import { useState, type ReactNode } from 'react'
import { PassphraseDialog } from './passphrase-dialog.tsx'
import { ResetDialog } from './reset-dialog.tsx'
import type { PassphraseTask } from './use-passphrase-form.ts'
import { useFocusBack } from './use-focus-back.ts'
import { useVault, useVaultGate } from './use-vault.ts'
import { useVaultTexts } from './use-vault-texts.ts'

type View = 'settings' | PassphraseTask | 'reset'

/** How the vault is protected, and everything that can be done about it. */
export function VaultDialog() {
  const t = useVaultTexts()
  const gate = useVaultGate()
  useFocusBack()
  const status = useVault((state) => state.status)
  const isOffer = useVault(({ dialog }) => dialog === 'set-passphrase')
  const [view, setView] = useState<View>(isOffer ? 'set' : 'settings')
  const close = () => gate.show(null)
  const back = () => (isOffer ? close() : setView('settings'))
  if (view === 'reset') return <ResetDialog onClose={back} />
  if (view !== 'settings') return <PassphraseDialog task={view} onClose={back} />
  return (
    <Dialog
      title={t('vault.title')}
      description={t('vault.about')}
      isOpen
      onOpenChange={close}
      actions={<Button onPress={close}>{t('common.close')}</Button>}
    >
      <div className="flex flex-col divide-y divide-line">
        {status && <Protection status={status} onView={setView} />}
        {status?.protection === 'passphrase' && status.access === 'unlocked' && (
          <>
            <Row title={t('vault.lockNow')} text={t('vault.lockWhy')}>
              <LockNow onLocked={close} />
            </Row>
            <Row title={t('vault.idle')}>
              <IdleSelect minutes={status.idleMinutes} />
            </Row>
          </>
        )}
        <Row title={t('vault.reset')} text={t('vault.resetWhy')}>
          <Button onPress={() => setView('reset')}>{t('vault.reset')}</Button>
        </Row>
      </div>
    </Dialog>
  )
}

interface RowProps {
  readonly title: string
  readonly text?: string
  readonly children: ReactNode
}

/** What something is on one side, what can be done about it on the other. */
function Row({ title, text, children }: RowProps) {
  return (
    <section className="flex flex-wrap items-center gap-x-6 gap-y-2 py-3 first:pt-0 last:pb-0">
      <div className="min-w-56 flex-1">
        <h3 className="font-medium text-strong">{title}</h3>
        {text !== undefined && <p className="text-xs text-pretty text-muted">{text}</p>}
      </div>
      <div className="flex flex-wrap justify-end gap-2">{children}</div>
    </section>
  )
}

function Protection({ status, onView }: { readonly status: VaultStatus; readonly onView: (view: View) => void }) {
  const t = useVaultTexts()
  if (status.access === 'damaged' || status.access === 'unavailable') {
    return (
      <div className="pb-3">
        <Banner tone="danger">{t(status.access === 'damaged' ? 'vault.damaged' : 'vault.unavailable')}</Banner>
      </div>
    )
  }
  const isDevice = status.protection === 'device'
  return (
    <Row
      title={`${t('vault.protection')}: ${t(isDevice ? 'vault.device' : 'vault.passphrase')}`}
      text={t(isDevice ? 'vault.deviceWhy' : 'vault.passphraseWhy')}
    >
      {isDevice ? (
        <Button variant="primary" onPress={() => onView('set')}>
          {t('vault.set')}
        </Button>
      ) : (
        <>
          <Button onPress={() => onView('change')}>{t('vault.change')}</Button>
          <Button onPress={() => onView('remove')}>{t('vault.remove')}</Button>
        </>
      )}
    </Row>
  )
}

function LockNow({ onLocked }: { readonly onLocked: () => void }) {
  const t = useVaultTexts()
  const { vault } = usePorts()
  return (
    <Button
      onPress={() => {
        void vault.lock()
        onLocked()
      }}
    >
      {t('vault.lockNow')}
    </Button>
  )
}

const MINUTES = ['5', '15', '30', '60', 'never'] as const

function IdleSelect({ minutes }: { readonly minutes: number | null }) {
  const t = useVaultTexts()
  const { vault } = usePorts()
  const choose = async (id: (typeof MINUTES)[number]) => {
    const saved = await vault.setIdleMinutes(id === 'never' ? null : Number(id))
    if (!saved.ok) showToast({ title: problemText(t, saved.error), tone: 'danger' })
  }
  return (
    <Select
      label={t('vault.idle')}
      isLabelHidden
      className="w-44"
      choices={MINUTES.map((id) => ({
        id,
        label: id === 'never' ? t('vault.never') : t('vault.minutes', { count: Number(id) }),
      }))}
      value={minutes === null ? 'never' : (MINUTES.find((id) => id === String(minutes)) ?? null)}
      onChange={(id) => void choose(id)}
    />
  )
}
