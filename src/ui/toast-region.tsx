import { X } from 'lucide-react'
import {
  Text,
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastRegion as AriaToastRegion,
} from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { Button } from './button.tsx'
import { IconButton } from './icon-button.tsx'
import { toneIcon } from './tone-icon.tsx'
import { toastQueue } from './toast.ts'

/**
 * Where `showToast` shows its messages. Once per page. At the bottom and the beginning of lines: the buttons that finish a
 * dialog or a form stand at their end, and a message must not cover them.
 */
export function ToastRegion() {
  const { t } = useTranslation()
  return (
    <AriaToastRegion
      queue={toastQueue}
      aria-label={t('common.notifications')}
      data-overlay=""
      className="fixed start-4 bottom-4 z-60 flex w-88 max-w-[calc(100vw-2rem)] flex-col-reverse gap-2 focus-mark rounded-lg"
    >
      {({ toast }) => {
        const { title, description, tone = 'neutral', action } = toast.content
        const close = () => toastQueue.close(toast.key)
        return (
          <Toast
            toast={toast}
            className="focus-mark flex items-start gap-2.5 rounded-lg bg-raised py-2.5 ps-3 pe-2 shadow-popover"
          >
            {tone !== 'neutral' && toneIcon(tone, 'mt-1')}
            {/* Polite, unless something went wrong: a message must not cut off what is being read. */}
            <ToastContent role={tone === 'danger' ? 'alert' : 'status'} className="flex min-w-0 flex-1 flex-col py-0.5">
              <Text slot="title" className="text-sm font-medium break-words text-strong">
                {title}
              </Text>
              {description != null && (
                <Text slot="description" className="text-xs text-pretty break-words text-muted">
                  {description}
                </Text>
              )}
            </ToastContent>
            {action && (
              <Button
                size="sm"
                onPress={() => {
                  action.onAction()
                  close()
                }}
              >
                {action.label}
              </Button>
            )}
            <IconButton size="xs" aria-label={t('common.dismiss')} onPress={close}>
              <X />
            </IconButton>
          </Toast>
        )
      }}
    </AriaToastRegion>
  )
}
