import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { classNames } from './class-names.ts'
import { IconButton } from './icon-button.tsx'

export interface DialogProps {
  readonly title: string
  readonly isOpen: boolean
  readonly onOpenChange: (isOpen: boolean) => void
  readonly children: ReactNode
  /** A line under the title. */
  readonly description?: ReactNode
  /** The buttons, the one that does it last. */
  readonly actions?: ReactNode
  readonly size?: 'sm' | 'md' | 'lg'
  /** A click outside closes it. Off for forms, where it would lose what was typed. */
  readonly isDismissable?: boolean
  readonly role?: 'dialog' | 'alertdialog'
}

const SIZES = { sm: 'max-w-md', md: 'max-w-xl', lg: 'max-w-3xl' } as const

/** Asks for attention before anything else goes on. Escape closes it; focus goes back to where it came from. */
export function Dialog({
  title,
  isOpen,
  onOpenChange,
  children,
  description,
  actions,
  size = 'md',
  isDismissable = false,
  role = 'dialog',
}: DialogProps) {
  const { t } = useTranslation()
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isDismissable={isDismissable}
      data-overlay=""
      className="fixed inset-0 z-50 flex items-start justify-center overflow-y-auto bg-overlay p-4 pt-[min(8rem,12vh)] transition-opacity data-entering:opacity-0 data-exiting:opacity-0"
    >
      <Modal
        className={classNames(
          'flex max-h-[calc(100vh-2rem-min(8rem,12vh))] w-full flex-col rounded-xl bg-raised shadow-dialog transition-[transform,opacity] duration-(--motion-base) data-entering:translate-y-2 data-entering:opacity-0',
          SIZES[size],
        )}
      >
        <AriaDialog role={role} className="flex min-h-0 flex-col outline-none">
          <header className="flex items-start gap-3 px-5 pt-4 pb-2">
            <div className="min-w-0 flex-1">
              <Heading slot="title" className="text-lg font-semibold break-words text-strong">
                {title}
              </Heading>
              {description != null && <p className="mt-0.5 text-sm text-pretty text-muted">{description}</p>}
            </div>
            {role === 'dialog' && (
              <IconButton
                size="sm"
                aria-label={t('common.close')}
                onPress={() => onOpenChange(false)}
                className="-me-1"
              >
                <X />
              </IconButton>
            )}
          </header>
          {/* Room above for the focus mark of what stands first. */}
          <div className="min-h-0 flex-1 overflow-y-auto px-5 pt-1 pb-4 text-sm">{children}</div>
          {actions != null && (
            <footer className="flex flex-wrap justify-end gap-2 border-t border-line px-5 py-3">{actions}</footer>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
