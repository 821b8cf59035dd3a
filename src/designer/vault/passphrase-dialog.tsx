import { problemText } from '#texts'
import { Banner, Button, Dialog, DialogForm, SecretField, showToast } from '#ui'
import { useId } from 'react'
import { passphraseStrength, SHORTEST_PASSPHRASE } from './passphrase-strength.ts'
import { usePassphraseForm, type PassphraseForm, type PassphraseTask } from './use-passphrase-form.ts'
import { useVaultTexts } from './use-vault-texts.ts'

export interface PassphraseDialogProps {
  readonly task: PassphraseTask
  readonly onClose: () => void
}

/** Sets, changes or removes the passphrase. Both of the latter ask for the one there is. */
export function PassphraseDialog({ task, onClose }: PassphraseDialogProps) {
  const t = useVaultTexts()
  const formId = useId()
  const form = usePassphraseForm(task, () => {
    showToast({ title: t(task === 'remove' ? 'vault.removed' : 'vault.saved'), tone: 'success' })
    onClose()
  })
  return (
    <Dialog
      size="sm"
      title={t(`vault.${task}`)}
      description={t(task === 'remove' ? 'vault.removeWhy' : 'vault.passphraseWhy')}
      isOpen
      onOpenChange={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" form={formId} variant="primary" isPending={form.isPending}>
            {t(`vault.${task}`)}
          </Button>
        </>
      }
    >
      <DialogForm id={formId} onSubmit={form.submit}>
        {task !== 'set' && <Field form={form} name="present" isFirst />}
        {task !== 'remove' && <Field form={form} name="next" isFirst={task === 'set'} />}
        {task !== 'remove' && <Field form={form} name="repeat" />}
        {form.problem !== null && <Banner tone="danger">{problemText(t, form.problem)}</Banner>}
      </DialogForm>
    </Dialog>
  )
}

interface FieldProps {
  readonly form: PassphraseForm
  readonly name: 'present' | 'next' | 'repeat'
  readonly isFirst?: boolean
}

function Field({ form, name, isFirst = false }: FieldProps) {
  const t = useVaultTexts()
  const typed = form.typed[name]
  const limit = SHORTEST_PASSPHRASE
  const hint =
    typed === '' ? t('vault.nextWhy', { limit }) : t(`vault.strength.${passphraseStrength(typed)}`, { limit })
  const error = form.errors[name]
  return (
    <SecretField
      label={t(`vault.${name}`)}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- the dialog was opened to type into it
      autoFocus={isFirst}
      inputRef={form.fields[name]}
      value={typed}
      onChange={(text) => form.type(name, text)}
      {...(name === 'next' && !error && { description: <span role="status">{hint}</span> })}
      error={error}
    />
  )
}
