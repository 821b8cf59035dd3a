import { problemText } from '#texts'
import { Banner, Button, Dialog, SecretField } from '#ui'
import { usePorts } from '#workbench'
import { useId, useRef, useState } from 'react'
import { ResetDialog } from './reset-dialog.tsx'
import { useFocusBack } from './use-focus-back.ts'
import { useVault, useVaultGate } from './use-vault.ts'
import { useVaultTexts } from './use-vault-texts.ts'

/** Asks for the passphrase; what waits for it goes on by itself. Closing it refuses. */
export function UnlockDialog() {
  const t = useVaultTexts()
  const gate = useVaultGate()
  useFocusBack()
  const formId = useId()
  const isDamaged = useVault(({ status }) => status?.access === 'damaged')
  const { passphrase, setPassphrase, error, isPending, submit, field } = useUnlock()
  const [isResetting, setResetting] = useState(false)
  if (isResetting) return <ResetDialog onClose={() => setResetting(false)} />
  return (
    <Dialog
      size="sm"
      title={t('vault.unlockTitle')}
      description={t('vault.unlockWhy')}
      isOpen
      onOpenChange={gate.refuse}
      actions={
        <>
          <Button onPress={gate.refuse}>{t('common.cancel')}</Button>
          {!isDamaged && (
            <Button type="submit" form={formId} variant="primary" isPending={isPending}>
              {t('vault.unlock')}
            </Button>
          )}
        </>
      }
    >
      <form
        id={formId}
        noValidate
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          // A dialog may stand inside another form, through the tree of components.
          event.stopPropagation()
          void submit()
        }}
      >
        {isDamaged ? (
          <Banner tone="danger">{t('vault.damaged')}</Banner>
        ) : (
          <SecretField
            label={t('vault.passphrase')}
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- the dialog was opened to type into it
            autoFocus
            inputRef={field}
            value={passphrase}
            onChange={setPassphrase}
            error={error ? problemText(t, error) : undefined}
          />
        )}
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-muted">
          {t('vault.forgotten')}
          <Button size="sm" variant="quiet" onPress={() => setResetting(true)}>
            {t('vault.reset')}
          </Button>
        </p>
      </form>
    </Dialog>
  )
}

function useUnlock() {
  const { vault } = usePorts()
  const field = useRef<HTMLInputElement>(null)
  const [passphrase, setPassphrase] = useState('')
  const [error, setError] = useState<Parameters<typeof problemText>[1] | null>(null)
  const [isPending, setPending] = useState(false)
  const submit = async () => {
    if (isPending) return
    setPending(true)
    const unlocked = await vault.unlock(passphrase)
    setPending(false)
    // Unlocked: whoever waits is told by the vault itself, and the dialog goes.
    if (unlocked.ok) return
    setError(unlocked.error)
    field.current?.focus()
    field.current?.select()
  }
  return {
    passphrase,
    setPassphrase: (typed: string) => {
      setPassphrase(typed)
      setError(null)
    },
    error,
    isPending,
    submit,
    field,
  }
}
