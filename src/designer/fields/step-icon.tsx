import {
  Box,
  Braces,
  CircleQuestionMark,
  Columns3,
  CornerDownRight,
  FlaskConical,
  Globe,
  LogOut,
  OctagonX,
  Repeat,
  Reply,
  Split,
  Workflow,
  type LucideIcon,
} from 'lucide-react'

const ICONS: Readonly<Record<string, LucideIcon>> = {
  box: Box,
  braces: Braces,
  'circle-help': CircleQuestionMark,
  'columns-3': Columns3,
  'corner-down-right': CornerDownRight,
  'flask-conical': FlaskConical,
  globe: Globe,
  'log-out': LogOut,
  'octagon-x': OctagonX,
  repeat: Repeat,
  reply: Reply,
  split: Split,
  workflow: Workflow,
}

/** The icon of a connector or step kind. A `data:` URL is shown as an image, so that nothing in it can run. */
export function StepIcon({ icon, className = 'size-4' }: { readonly icon: string; readonly className?: string }) {
  if (icon.startsWith('data:image/')) return <img src={icon} alt="" className={className} />
  const Icon = ICONS[icon] ?? CircleQuestionMark
  return <Icon aria-hidden className={className} />
}
