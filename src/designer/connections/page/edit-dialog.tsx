import { useTranslation } from '#texts'
import { Banner, Button, Dialog, DialogForm } from '#ui'
import { useId, type ReactNode } from 'react'
import { FormProvider, type FieldValues, type UseFormReturn } from 'react-hook-form'

export interface EditDialogProps<Values extends FieldValues> {
  readonly title: string
  readonly description?: string
  readonly form: UseFormReturn<Values>
  /** Why it could not be saved. */
  readonly problem: string | null
  readonly onSave: () => Promise<void>
  readonly onClose: () => void
  /** The fields, which find the form by its context. */
  readonly children: ReactNode
}

/** Changes something there is already. It is open for as long as it is there; whoever saves decides when to close it. */
export function EditDialog<Values extends FieldValues>({
  form,
  problem,
  onSave,
  onClose,
  children,
  ...texts
}: EditDialogProps<Values>) {
  const { t } = useTranslation()
  const formId = useId()
  return (
    <Dialog
      {...texts}
      isOpen
      onOpenChange={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" form={formId} variant="primary" isPending={form.formState.isSubmitting}>
            {t('connections.save')}
          </Button>
        </>
      }
    >
      <FormProvider {...form}>
        <DialogForm id={formId} onSubmit={onSave}>
          {children}
          {problem !== null && <Banner tone="danger">{problem}</Banner>}
        </DialogForm>
      </FormProvider>
    </Dialog>
  )
}
