import { useTranslation } from '#texts'
import { IconButton } from '#ui'
import { useWorkbenchStore } from '#workbench'
import { ChevronLeft, Download } from 'lucide-react'
import { Link } from 'wouter'
import { exportDocument } from '../export/export-document.ts'
import { RunPanelToggle } from '../run-panel/run-panel-toggle.tsx'
import { VaultButton } from '../vault/vault-button.tsx'
import { FlowSwitcher } from './flow-switcher.tsx'
import { HistoryButtons } from './history-buttons.tsx'
import { IntegrationName } from './integration-name.tsx'
import { ProblemsButton } from './problems-button.tsx'
import { RunButton } from './run-button.tsx'
import { SaveStatus } from './save-status.tsx'

/** Where one is, whether it is kept, and what can be done with the whole. */
export function TopBar() {
  const { t } = useTranslation()
  const store = useWorkbenchStore()
  return (
    <header className="flex min-h-12 shrink-0 items-center gap-1 border-b border-line bg-surface px-2 max-sm:flex-wrap max-sm:py-1">
      <Link
        href="/"
        aria-label={t('designer.backHome')}
        className="focus-mark flex size-8 shrink-0 items-center justify-center rounded-md text-muted hover:bg-hover hover:text-strong"
      >
        <ChevronLeft aria-hidden className="size-4 rtl:rotate-180" />
      </Link>
      <IntegrationName />
      <FlowSwitcher />
      <span className="mx-1 h-5 w-px shrink-0 bg-line" aria-hidden />
      <HistoryButtons />
      <SaveStatus />
      <span className="flex-1" />
      <ProblemsButton />
      <IconButton aria-label={t('designer.export')} onPress={() => exportDocument(store.getState().doc)}>
        <Download />
      </IconButton>
      <VaultButton isNarrow />
      <RunPanelToggle />
      <RunButton />
    </header>
  )
}
