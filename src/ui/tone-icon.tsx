import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react'
import { classNames } from './class-names.ts'

const ICONS = {
  info: [Info, 'text-info'],
  success: [CircleCheck, 'text-success'],
  warning: [TriangleAlert, 'text-warning'],
  danger: [CircleAlert, 'text-danger'],
} as const

/** The icon of a tone: shape and colour together, for those who cannot tell the colours apart. */
export function toneIcon(tone: keyof typeof ICONS, className?: string) {
  const [Icon, colour] = ICONS[tone]
  return <Icon aria-hidden className={classNames('size-4 shrink-0', colour, className)} />
}
