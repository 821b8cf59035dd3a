import type { InputSpec, InputValue } from '#domain'
import { useTranslation } from '#texts'
import { IconButton } from '#ui'
import { Link2 } from 'lucide-react'
import { lazy, Suspense, useRef, type ReactNode, type RefObject } from 'react'
import { ModeMenu } from './mode-menu.tsx'
import type { FieldScope } from './scope/field-scope.ts'
import type { InputModes } from './use-input-modes.ts'

const ReferencePicker = lazy(async () => ({
  default: (await import('./picker/reference-picker.tsx')).ReferencePicker,
}))

export interface FieldFrameProps {
  readonly label: string
  readonly isLabelHidden: boolean
  readonly isRequired: boolean
  readonly spec: InputSpec
  readonly modes: InputModes
  readonly value: InputValue | undefined
  readonly scope: FieldScope
  readonly isReadOnly: boolean
  /** The editor. */
  readonly children: ReactNode
  /** What stands below it, over the whole width. */
  readonly notes: ReactNode
}

/** A field's label with the ways to give it; without a visible label these stand beside the editor. */
export function FieldFrame(props: FieldFrameProps) {
  const { t } = useTranslation()
  const { label, modes, isLabelHidden } = props
  const button = useRef<HTMLButtonElement>(null)
  const controls = props.isReadOnly ? null : <FieldControls {...props} button={button} />
  return (
    <div className="flex min-w-0 flex-col gap-1" data-input={props.spec.key}>
      {isLabelHidden ? (
        <div className="flex min-w-0 items-start gap-1">
          <div className="flex min-w-0 flex-1 flex-col gap-1">{props.children}</div>
          {controls}
        </div>
      ) : (
        <>
          <div className="flex min-h-6 min-w-0 items-center gap-1">
            <span aria-hidden className="min-w-0 text-xs font-medium break-words text-default">
              {label}
            </span>
            {!props.isRequired && <span className="text-2xs text-faint">{t('common.optional')}</span>}
            <span className="ms-auto">{controls}</span>
          </div>
          {props.children}
        </>
      )}
      {props.notes}
      {modes.isPicking && (
        <Suspense>
          <ReferencePicker
            scope={props.scope}
            isOpen
            onOpenChange={modes.setPicking}
            triggerRef={button}
            onPick={modes.pick}
          />
        </Suspense>
      )}
    </div>
  )
}

function FieldControls({
  button,
  label,
  modes,
  spec,
  value,
  scope,
  isReadOnly,
  isLabelHidden,
}: FieldFrameProps & { readonly button: RefObject<HTMLButtonElement | null> }) {
  const { t } = useTranslation()
  return (
    <span className={isLabelHidden ? 'flex h-8 shrink-0 items-center' : 'flex shrink-0 items-center'}>
      <IconButton
        ref={button}
        size="xs"
        aria-label={t('fields.insertReference', { input: label })}
        onPress={modes.openPicker}
      >
        <Link2 />
      </IconButton>
      <ModeMenu
        label={label}
        isCompact={isLabelHidden}
        type={spec.type}
        mode={modes.mode}
        value={value}
        hasVariables={scope.variables.length > 0}
        isReadOnly={isReadOnly}
        onMode={modes.choose}
        onPick={modes.openPicker}
        onClear={modes.clear}
      />
    </span>
  )
}
