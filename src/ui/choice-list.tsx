import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { choicesBySection, type Choice } from './choice.ts'
import { ListBox, ListBoxItem, ListBoxSection } from './list-box.tsx'

/** The options of a select or combo box. */
export function ChoiceList({ choices, footer }: { readonly choices: readonly Choice[]; readonly footer?: ReactNode }) {
  const { t } = useTranslation()
  return (
    <>
      <ListBox
        className="max-h-72"
        renderEmptyState={() => <span className="block px-2 py-1.5 text-sm text-muted">{t('common.noMatches')}</span>}
      >
        {choicesBySection(choices).map(([section, members]) =>
          section === undefined ? (
            members.map(choiceItem)
          ) : (
            <ListBoxSection key={section} title={section}>
              {members.map(choiceItem)}
            </ListBoxSection>
          ),
        )}
      </ListBox>
      {footer != null && <div className="border-t border-line p-1">{footer}</div>}
    </>
  )
}

function choiceItem({ id, label, description, icon, isDisabled = false }: Choice) {
  return <ListBoxItem key={id} id={id} label={label} description={description} icon={icon} isDisabled={isDisabled} />
}
