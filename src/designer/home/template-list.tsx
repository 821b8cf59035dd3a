import { textOf, useTranslation } from '#texts'
import { Button, Card } from '#ui'
import { TEMPLATES, type Template } from '#workspace'
import { useState } from 'react'
import { useTemplate } from './use-template.ts'

/** Integrations to begin from; each runs at once, against the demo API. */
export function TemplateList() {
  const { t } = useTranslation()
  return (
    <section className="flex flex-col gap-3">
      <header>
        <h2 id="templates" className="text-lg font-semibold">
          {t('home.templates')}
        </h2>
        <p className="text-sm text-muted">{t('home.templatesText')}</p>
      </header>
      <ul aria-labelledby="templates" className="grid grid-cols-[repeat(auto-fill,minmax(min(16rem,100%),1fr))] gap-3">
        {TEMPLATES.map((template) => (
          <li key={template.key}>
            <TemplateCard template={template} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function TemplateCard({ template }: { readonly template: Template }) {
  const { t } = useTranslation()
  const beginFrom = useTemplate()
  const [isPending, setPending] = useState(false)
  const name = textOf(t, `home.template.${template.key}.name`)
  return (
    <Card className="flex h-full flex-col gap-2 p-4">
      <h3 className="text-base font-medium">{name}</h3>
      <p className="flex-1 text-sm text-pretty text-muted">{textOf(t, `home.template.${template.key}.description`)}</p>
      <span>
        <Button
          aria-label={t('home.useTemplate', { name })}
          isPending={isPending}
          onPress={() => {
            setPending(true)
            void beginFrom(template).finally(() => setPending(false))
          }}
        >
          {t('home.useIt')}
        </Button>
      </span>
    </Card>
  )
}
