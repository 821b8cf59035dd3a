import { addTexts, help, useTranslation } from '#texts'
import { classNames, EmptyState, LinkButton } from '#ui'
import { ArrowRight, CircleHelp } from 'lucide-react'
import { useEffect } from 'react'
import { HelpSection, type HelpText } from './help-section.tsx'
import { HELP_TOPICS, type HelpTopic } from './help-topic.ts'

export interface HelpScreenProps {
  /** As it stands in the address. */
  readonly topic: string
}

/** Explains one of the things an integration is connected with, and leads on to the others. */
export function HelpScreen({ topic }: HelpScreenProps) {
  const { t, i18n } = useTranslation()
  addTexts(i18n, { help })
  const known = HELP_TOPICS.find((candidate) => candidate === topic)
  return (
    <div className="mx-auto grid max-w-5xl grid-cols-[12rem_minmax(0,1fr)] gap-10 px-8 py-8 max-md:grid-cols-1 max-md:px-4">
      <Topics current={known} />
      {known === undefined ? (
        <EmptyState icon={<CircleHelp />} title={t('help.missing')} />
      ) : (
        <Article key={known} topic={known} />
      )}
    </div>
  )
}

function Topics({ current }: { readonly current: HelpTopic | undefined }) {
  const { t } = useTranslation()
  return (
    <nav aria-label={t('help.topics')} className="flex flex-col gap-0.5">
      <p className="px-2 pb-1 text-xs font-medium text-muted">{t('help.title')}</p>
      {HELP_TOPICS.map((topic) => (
        <a
          key={topic}
          href={`/help/${topic}`}
          {...(topic === current && { 'aria-current': 'page' as const })}
          className={classNames(
            'focus-mark flex min-h-8 items-center rounded-md px-2 text-sm',
            topic === current
              ? 'bg-accent-soft font-medium text-accent-text'
              : 'text-muted hover:bg-hover hover:text-strong',
          )}
        >
          {t(`help.${topic}.title`)}
        </a>
      ))}
    </nav>
  )
}

/** The sections of a topic, in the order of its texts. */
const sectionsOf = (topic: HelpTopic): readonly (readonly [string, HelpText])[] => Object.entries(help[topic].sections)

function Article({ topic }: { readonly topic: HelpTopic }) {
  const { t } = useTranslation()
  const title = t(`help.${topic}.title`)
  useEffect(() => {
    const before = document.title
    document.title = `${title} · ${t('common.productName')}`
    return () => {
      document.title = before
    }
  }, [title, t])
  const next = HELP_TOPICS[HELP_TOPICS.indexOf(topic) + 1]
  return (
    <article className="flex max-w-2xl flex-col gap-7">
      <header className="flex flex-col gap-2">
        <h1 className="text-2xl font-semibold text-strong">{title}</h1>
        <p className="text-base text-pretty text-muted">{t(`help.${topic}.summary`)}</p>
      </header>
      {sectionsOf(topic).map(([id, text]) => (
        <HelpSection key={id} id={id} path={`help.${topic}.sections.${id}`} text={text} />
      ))}
      {next !== undefined && (
        <footer className="flex items-center gap-2 border-t border-line pt-4 text-sm text-muted">
          {t('help.goOn')}
          <LinkButton href={`/help/${next}`} icon={<ArrowRight className="rtl:rotate-180" />}>
            {t(`help.${next}.title`)}
          </LinkButton>
        </footer>
      )}
    </article>
  )
}
