import { problemText, textOf, useFormat, type TFunction } from '#texts'
import { AlertDialog, Banner, Button, showToast } from '#ui'
import { usePorts, type DamagedRecord } from '#workbench'
import { useEffect, useState } from 'react'
import { downloadText } from '../export/export-document.ts'
import { useKeptTexts } from './use-kept-texts.ts'

/** Records that could not be read: what there was of them can be exported, and then let go. */
export function DamagedRecords() {
  const t = useKeptTexts()
  const { kept } = usePorts()
  const [records, setRecords] = useState<readonly DamagedRecord[]>([])
  const [leaving, setLeaving] = useState<DamagedRecord | null>(null)
  useEffect(() => kept.damaged(setRecords), [kept])
  if (records.length === 0) return null
  return (
    <>
      <Banner tone="warning" title={t('home.kept.damaged', { count: records.length })}>
        <p>{t('home.kept.damagedText')}</p>
        <ul aria-label={t('home.kept.damagedList')} className="max-h-60 overflow-y-auto">
          {records.map((record) => (
            <RecordRow key={record.id} record={record} onDiscard={() => setLeaving(record)} />
          ))}
        </ul>
      </Banner>
      {leaving && <DiscardDialog record={leaving} onClose={() => setLeaving(null)} />}
    </>
  )
}

function RecordRow({ record, onDiscard }: { readonly record: DamagedRecord; readonly onDiscard: () => void }) {
  const t = useKeptTexts()
  const format = useFormat()
  const { environment } = usePorts()
  const { text } = record
  const title = titleOf(t, record)
  return (
    <li className="flex flex-wrap items-center gap-2 py-1">
      <span className="min-w-40 flex-1">
        <span className="block break-words">{title}</span>
        <span className="block text-xs text-muted">
          {t('home.kept.setAside', { when: format.relativeTime(record.at, environment.now()) })}
          {text === null && ` · ${t('home.kept.sealed')}`}
        </span>
      </span>
      {text !== null && (
        <Button
          size="sm"
          aria-label={t('home.kept.exportRecord', { record: title })}
          onPress={() => downloadText(title, text)}
        >
          {t('designer.export')}
        </Button>
      )}
      <Button size="sm" aria-label={t('home.kept.discardRecord', { record: title })} onPress={onDiscard}>
        {t('home.kept.discard')}
      </Button>
    </li>
  )
}

function DiscardDialog({ record, onClose }: { readonly record: DamagedRecord; readonly onClose: () => void }) {
  const t = useKeptTexts()
  const { kept } = usePorts()
  const discard = async () => {
    onClose()
    const discarded = await kept.discard(record.id)
    if (!discarded.ok) showToast({ title: problemText(t, discarded.error), tone: 'danger' })
  }
  return (
    <AlertDialog
      title={t('home.kept.discardTitle')}
      isOpen
      onOpenChange={onClose}
      confirmLabel={t('home.kept.discard')}
      onConfirm={() => void discard()}
      isDanger
    >
      {t('home.kept.discardText', { record: titleOf(t, record) })}
    </AlertDialog>
  )
}

/** `Test payload An order`; a table without a word of its own is named as it is. */
function titleOf(t: TFunction, { table, name }: DamagedRecord): string {
  const key = `home.kept.record.${table}`
  const title = textOf(t, key, { name })
  return title === key ? t('home.kept.record.other', { table, name }) : title
}
