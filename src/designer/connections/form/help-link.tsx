import { LinkButton } from '#ui'
import { ExternalLink } from 'lucide-react'
import { useFormTexts } from './field-words.ts'

export interface HelpLinkProps {
  readonly topic: 'connections' | 'auth-methods' | 'embedded-connectors'
}

/** Goes to a help page, in a tab of its own: a half-filled form stays where it is. */
export function HelpLink({ topic }: HelpLinkProps) {
  const t = useFormTexts()
  const label = t(`connections.helpLinks.${topic}`)
  return (
    <LinkButton
      href={`/help/${topic}`}
      target="_blank"
      rel="noopener"
      className="min-h-6! text-xs"
      aria-label={`${label} (${t('connections.opensTab')})`}
    >
      <span className="inline-flex items-center gap-1">
        {label}
        <ExternalLink aria-hidden className="size-3!" />
      </span>
    </LinkButton>
  )
}
