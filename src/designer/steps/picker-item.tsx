import { classNames } from '#ui'
import type { PointerEvent } from 'react'
import { ListBoxItem, Text } from 'react-aria-components'
import { StepIcon } from '../fields/step-icon.tsx'
import { addableName, type AddableStep } from './addable-step.ts'

export interface PickerItemProps {
  readonly id: string
  readonly addable: AddableStep
  /** Shows the connector before the name; it is read out either way. */
  readonly showsPrefix: boolean
  readonly onPress?: (addable: AddableStep, event: PointerEvent) => void
}

/** An entry of the palette, named `<connector> <action>`. */
export function PickerItem({ id, addable, showsPrefix, onPress }: PickerItemProps) {
  const { prefix, name, summary, icon } = addable
  return (
    <ListBoxItem
      id={id}
      textValue={addableName(addable)}
      className="focus-mark relative flex min-h-8 shrink-0 cursor-default items-center gap-2.5 rounded-sm px-2 py-1 -outline-offset-2! select-none data-focused:bg-hover data-hovered:bg-hover data-pressed:bg-pressed"
    >
      <span
        className="flex size-6 shrink-0 items-center justify-center rounded-sm bg-accent-soft text-accent-text"
        aria-hidden
      >
        <StepIcon icon={icon} className="size-3.5" />
      </span>
      {/* The press is taken from the row as a whole: this layer covers it. */}
      <span
        className={classNames('absolute inset-0', onPress && 'cursor-grab')}
        onPointerDown={(event) => onPress?.(addable, event)}
      />
      <span className="flex min-w-0 flex-1 flex-col">
        <Text slot="label" className="truncate text-sm text-strong">
          {prefix !== '' && (
            <>
              <span className={showsPrefix ? 'text-muted' : 'sr-only'}>{prefix}</span>{' '}
            </>
          )}
          {name}
        </Text>
        <Text slot="description" className="truncate text-2xs text-muted">
          {summary}
        </Text>
      </span>
    </ListBoxItem>
  )
}
