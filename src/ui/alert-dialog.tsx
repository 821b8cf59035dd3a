import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'

export interface AlertDialogProps {
  readonly title: string
  /** What is affected, and that it cannot be undone. */
  readonly children: ReactNode
  readonly isOpen: boolean
  readonly onOpenChange: (isOpen: boolean) => void
  /** Says what happens, e.g. "Delete connection"; never just "OK". */
  readonly confirmLabel: string
  readonly onConfirm: () => void
  readonly isDanger?: boolean
  readonly isPending?: boolean
}

/** Asks before something that cannot be undone; the focus starts on the way out. */
export function AlertDialog({
  title,
  children,
  isOpen,
  onOpenChange,
  confirmLabel,
  onConfirm,
  isDanger = false,
  isPending = false,
}: AlertDialogProps) {
  const { t } = useTranslation()
  return (
    <Dialog
      role="alertdialog"
      size="sm"
      title={title}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      actions={
        <>
          {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- focus must move into the dialog, and safest to the way out */}
          <Button autoFocus onPress={() => onOpenChange(false)}>
            {t('common.cancel')}
          </Button>
          <Button variant={isDanger ? 'danger' : 'primary'} isPending={isPending} onPress={onConfirm}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  )
}
