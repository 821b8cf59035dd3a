import type { InputSpec, InputValue } from '#domain'
import { useTranslation } from '#texts'
import { Badge, classNames } from '#ui'
import { memo } from 'react'
import { FieldNote } from '../field-note.tsx'
import type { FieldScope } from '../scope/field-scope.ts'
import { mismatchOf } from '../value/type-mismatch.ts'
import { valueKindOf, valuePreview } from '../value/value-preview.ts'
import { failureSentence } from './failure-sentence.ts'
import { useLiveValue, type LiveValueState } from './use-live-value.ts'

interface LiveValueProps {
  readonly spec: InputSpec
  readonly value: InputValue | undefined
  readonly scope: FieldScope
}

/** What a mapped input gives with what is known: the value and its type, where it comes from, or why there is none. */
export const LiveValue = memo(function LiveValue({ spec, value, scope }: LiveValueProps) {
  const { t } = useTranslation()
  const live = useLiveValue(spec, value, scope)
  switch (live.state) {
    case 'none':
      return null
    case 'pending':
      return <FieldNote tone="muted">{t('fields.live.pending')}</FieldNote>
    case 'no-result':
      return <FieldNote tone="muted">{t('fields.live.noResult', { step: live.source.name })}</FieldNote>
    case 'failed':
      return <FieldNote tone="warning">{failureSentence(t, live.failure, scope)}</FieldNote>
    case 'value':
      return <Found spec={spec} live={live} />
  }
})

function Found({ spec, live }: { readonly spec: InputSpec; readonly live: LiveValueState & { state: 'value' } }) {
  const { t } = useTranslation()
  const kind = t(`fields.type.${valueKindOf(live.value)}`)
  const mismatch = mismatchOf(spec, live.value)
  return (
    <>
      <p
        aria-label={t('fields.liveValue')}
        role="note"
        className="flex min-w-0 items-center gap-1.5 text-xs text-muted"
      >
        <span aria-hidden>=</span>
        <code className={classNames('min-w-0 truncate font-mono', live.isStale ? 'text-muted' : 'text-default')}>
          {valuePreview(live.value, 120)}
        </code>
        <span className="ms-auto flex shrink-0 gap-1">
          <Badge>{kind}</Badge>
          {live.from !== 'none' && (
            <Badge tone={live.from === 'run' ? 'success' : 'info'}>
              {live.from === 'mixed' ? t('fields.live.mixed') : t(`fields.from.${live.from}`)}
            </Badge>
          )}
        </span>
      </p>
      {mismatch && (
        <FieldNote tone="warning">
          {mismatch === 'choice' ? t('fields.live.choice') : t(`fields.live.${mismatch}`, { actual: kind })}
        </FieldNote>
      )}
    </>
  )
}
