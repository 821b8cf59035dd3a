import { useTranslation } from '#texts'
import { classNames } from '#ui'
import { Separator } from 'react-resizable-panels'

export interface PanelSeparatorProps {
  /** Of the line itself. */
  readonly orientation: 'horizontal' | 'vertical'
  readonly name: 'left' | 'right' | 'bottom'
}

/** The line between two panels; dragged, or moved with the arrow keys. */
export function PanelSeparator({ orientation, name }: PanelSeparatorProps) {
  const { t } = useTranslation()
  return (
    <Separator
      aria-label={t(`designer.resize.${name}`)}
      className={classNames(
        'focus-mark shrink-0 bg-line transition-colors hover:bg-accent data-[separator=active]:bg-accent data-[separator=hover]:bg-accent-line',
        orientation === 'vertical' ? 'w-px' : 'h-px',
      )}
    />
  )
}
