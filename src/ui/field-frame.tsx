import type { ReactNode } from 'react'
import { FieldError, Label, Text } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { classNames } from './class-names.ts'

/** What every form field takes. The label is the accessible name; description and error are its description. */
export interface FieldFrameProps {
  readonly label: string
  /** The label is still the name, it only takes no room: for fields in tables and search bars. */
  readonly isLabelHidden?: boolean
  /** Shown after the label, e.g. a badge or a help button; not part of the name. */
  readonly labelExtra?: ReactNode
  readonly description?: ReactNode
  /** What is wrong and the way out; its presence makes the field invalid. */
  readonly error?: string | undefined
  /** Says so behind the label; what is required goes without saying. */
  readonly isOptional?: boolean
  readonly className?: string
}

/** The class of a field's outermost element. */
export function fieldClass(className?: string): string {
  return classNames('group/field flex min-w-0 flex-col gap-1', className)
}

/**
 * Sorts what a field is given: `frame` is for the `FieldFrame`, `field` for the outermost element, and `own` is what is
 * left to the control itself.
 */
export function fieldParts<Props extends FieldFrameProps>({
  className,
  label,
  isLabelHidden = false,
  labelExtra,
  description,
  error,
  isOptional = false,
  ...own
}: Props) {
  return {
    frame: { label, isLabelHidden, labelExtra, description, error, isOptional },
    field: { isInvalid: error != null, className: fieldClass(className) },
    own,
  }
}

/** The class of the box around an input: its border marks what can be edited, its outline where the keyboard is. */
export const fieldBoxClass = classNames(
  'flex min-h-8 w-full min-w-0 items-center rounded-md border border-control bg-surface text-sm text-strong transition-colors',
  'data-hovered:border-muted data-focus-within:border-accent data-focus-within:outline-2 data-focus-within:-outline-offset-1 data-focus-within:outline-focus',
  'group-data-invalid/field:border-danger group-data-disabled/field:border-line-strong group-data-disabled/field:bg-sunken group-data-disabled/field:text-faint',
  'group-data-readonly/field:border-line-strong group-data-readonly/field:bg-sunken',
)

/** The class of the input inside the box. */
export const inputClass =
  'min-h-7.5 w-full min-w-0 flex-1 truncate bg-transparent px-2.5 outline-none placeholder:text-faint disabled:cursor-not-allowed'

/** Label above, description and error below; the field around it provides the ids that tie them together. */
export function FieldFrame({
  label,
  isLabelHidden = false,
  labelExtra,
  description,
  error,
  isOptional = false,
  children,
}: Omit<FieldFrameProps, 'className'> & { readonly children: ReactNode }) {
  const { t } = useTranslation()
  return (
    <>
      <div className={isLabelHidden ? 'sr-only' : 'flex min-w-0 items-center gap-1.5'}>
        <Label className="min-w-0 text-xs font-medium break-words text-default">{label}</Label>
        {isOptional && <span className="text-xs text-faint">{t('common.optional')}</span>}
        {labelExtra}
      </div>
      {children}
      {description != null && (
        <Text slot="description" className="text-xs text-pretty text-muted">
          {description}
        </Text>
      )}
      <FieldError className="text-xs text-pretty text-danger">{error}</FieldError>
    </>
  )
}
