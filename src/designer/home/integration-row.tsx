import { problemText, useFormat, useTranslation } from '#texts'
import { IconButton, Menu, MenuItem, MenuTrigger, showToast } from '#ui'
import { saveDocument, usePorts, type IntegrationSummary } from '#workbench'
import { Copy, Download, Ellipsis, Trash2, Workflow } from 'lucide-react'
import { Link } from 'wouter'
import { downloadText } from '../export/export-document.ts'
import { useRestore } from './use-restore.ts'

/** One integration: opens on click; its menu duplicates, exports and deletes. */
export function IntegrationRow({ integration }: { readonly integration: IntegrationSummary }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { environment } = usePorts()
  const onAction = useRowActions(integration)
  const name = integration.name || t('designer.unnamed')
  return (
    <li className="group relative flex items-center gap-3 border-b border-line px-4 py-3 last:border-b-0 hover:bg-hover">
      <Workflow aria-hidden className="size-4 shrink-0 text-faint" />
      <span className="min-w-0 flex-1">
        <Link
          href={`/integrations/${integration.id}`}
          className="focus-mark block truncate rounded-sm text-base font-medium text-strong after:absolute after:inset-0"
        >
          {name}
        </Link>
        <span className="block truncate text-xs text-muted">
          {integration.description ||
            t('home.facts', {
              flows: t('home.flowCount', { count: integration.flows }),
              steps: t('home.stepCount', { count: integration.steps }),
            })}
        </span>
      </span>
      <span className="text-xs text-faint">
        {t('home.edited', { when: format.relativeTime(integration.updatedAt, environment.now()) })}
      </span>
      <span className="relative">
        <MenuTrigger>
          <IconButton aria-label={t('home.menu', { name })}>
            <Ellipsis />
          </IconButton>
          <Menu placement="bottom end" onAction={(key) => void onAction(String(key))}>
            <MenuItem id="duplicate" label={t('common.duplicate')} icon={<Copy />} />
            <MenuItem id="export" label={t('designer.export')} icon={<Download />} />
            <MenuItem id="delete" label={t('common.delete')} icon={<Trash2 />} isDanger />
          </Menu>
        </MenuTrigger>
      </span>
    </li>
  )
}

function useRowActions(integration: IntegrationSummary): (action: string) => Promise<void> {
  const { t } = useTranslation()
  const { documents, environment } = usePorts()
  const restore = useRestore()
  const name = integration.name || t('designer.unnamed')
  return async (action) => {
    if (action === 'delete') {
      const removed = await documents.remove(integration.id)
      if (!removed.ok) showToast({ title: problemText(t, removed.error), tone: 'danger' })
      else
        showToast({
          title: t('home.deleted', { name }),
          action: { label: t('common.undo'), onAction: () => void restore(integration) },
        })
      return
    }
    const loaded = await documents.load(integration.id)
    if (!loaded.ok) {
      const raw = await documents.raw(integration.id)
      const label = t('designer.exportStored')
      showToast({
        title: problemText(t, loaded.error),
        tone: 'danger',
        ...(raw !== undefined && { action: { label, onAction: () => downloadText(name, raw) } }),
      })
      return
    }
    const { doc } = loaded.value
    if (action === 'export') downloadText(doc.name, saveDocument(doc))
    if (action === 'duplicate') {
      const copy = await documents.create({
        ...doc,
        id: environment.createId('int') as typeof doc.id,
        name: t('home.copyName', { name: doc.name }),
      })
      if (!copy.ok) showToast({ title: problemText(t, copy.error), tone: 'danger' })
    }
  }
}
