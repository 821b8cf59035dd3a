import { useTranslation } from '#texts'
import type { ConnectionUse } from '#workspace'
import { Link } from 'wouter'

/** The integrations that use a connection, each with how many of its steps do. */
export function UseList({ uses }: { readonly uses: readonly ConnectionUse[] }) {
  const { t } = useTranslation()
  return (
    <ul className="flex min-w-0 flex-wrap gap-x-3 gap-y-0.5 text-xs">
      {uses.map(({ integration, name, steps }) => (
        <li key={integration} className="flex min-w-0 items-center gap-1">
          <Link
            href={`/integrations/${integration}`}
            className="focus-mark min-h-6 min-w-0 truncate rounded-sm leading-6 text-accent-text underline decoration-accent-line underline-offset-3 hover:decoration-current"
          >
            {name || t('designer.unnamed')}
          </Link>
          <span className="shrink-0 text-muted">{t('connections.usesInBrackets', { count: steps.length })}</span>
        </li>
      ))}
    </ul>
  )
}
