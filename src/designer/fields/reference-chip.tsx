import type { InputValue } from '#domain'
import { useTranslation } from '#texts'
import { classNames, IconButton } from '#ui'
import { X } from 'lucide-react'
import { Button } from 'react-aria-components'
import { isInScope, stepNameIn } from './scope/field-scope.ts'
import { chipLabel } from './template/chip-label.ts'
import type { EditorProps } from './text-editor.tsx'

type Referring = Extract<InputValue, { kind: 'reference' | 'variable' }>

/** A reference that is the whole value: pressed, it can be replaced. */
export function ReferenceChip(props: EditorProps & { readonly part: Referring; readonly onReplace: () => void }) {
  const { t } = useTranslation()
  const { part, scope, isReadOnly } = props
  const isBroken = !isInScope(scope, part)
  const label = chipLabel(t, scope, part)
  return (
    <div className="flex min-h-8 min-w-0 items-center gap-1 rounded-md border border-control bg-surface px-1">
      <Button
        aria-label={`${t('fields.replaceReference', { input: props.label })}: ${label}`}
        isDisabled={isReadOnly}
        onPress={props.onReplace}
        className={classNames(
          'focus-mark min-h-6 min-w-0 truncate rounded-sm border px-1.5 text-start text-xs',
          isBroken
            ? 'border-danger-line bg-danger-soft text-danger line-through'
            : 'border-accent-line bg-accent-soft text-accent-text',
        )}
      >
        {label}
      </Button>
      {isBroken && part.kind === 'reference' && (
        <span className="sr-only">
          {t('fields.outOfScope', { name: stepNameIn(scope, part.step) ?? t('fields.unknownStep') })}
        </span>
      )}
      {!isReadOnly && (
        <IconButton
          size="xs"
          className="ms-auto"
          aria-label={t('fields.removeReference', { input: props.label })}
          onPress={() => props.onChange(null, 'choice')}
        >
          <X />
        </IconButton>
      )}
    </div>
  )
}
