import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { classNames } from './class-names.ts'
import { IconButton } from './icon-button.tsx'
import { toneIcon } from './tone-icon.tsx'

export interface BannerProps {
  readonly tone: 'info' | 'success' | 'warning' | 'danger'
  readonly title?: string
  /** What happened, where and why. */
  readonly children?: ReactNode
  /** What to do about it. */
  readonly action?: ReactNode
  readonly onDismiss?: () => void
  readonly className?: string
}

const TONES = {
  info: 'border-info-line bg-info-soft',
  success: 'border-success-line bg-success-soft',
  warning: 'border-warning-line bg-warning-soft',
  danger: 'border-danger-line bg-danger-soft',
} as const

/** Says something that concerns the whole place it stands in. Danger is announced at once, the rest politely. */
export function Banner({ tone, title, children, action, onDismiss, className }: BannerProps) {
  const { t } = useTranslation()
  return (
    <div
      role={tone === 'danger' ? 'alert' : 'status'}
      className={classNames(
        'flex flex-wrap items-start gap-x-3 gap-y-2 rounded-lg border px-3 py-2 text-sm text-default',
        TONES[tone],
        className,
      )}
    >
      <div className="flex min-w-[min(14rem,100%)] flex-1 items-start gap-2">
        {toneIcon(tone, 'mt-0.5')}
        <div className="min-w-0 flex-1 text-pretty break-words">
          {title != null && <p className="font-medium text-strong">{title}</p>}
          {children}
        </div>
      </div>
      {action != null && <div className="flex shrink-0 flex-wrap gap-2">{action}</div>}
      {onDismiss && (
        <IconButton size="xs" aria-label={t('common.dismiss')} onPress={onDismiss}>
          <X />
        </IconButton>
      )}
    </div>
  )
}
