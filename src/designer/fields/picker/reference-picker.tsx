import { useTranslation } from '#texts'
import { Popover } from '#ui'
import type { RefObject } from 'react'
import type { FieldScope } from '../scope/field-scope.ts'
import type { ChipPart } from '../template/template-text.ts'
import { PickerBody } from './picker-body.tsx'

export interface ReferencePickerProps {
  readonly scope: FieldScope
  readonly isOpen: boolean
  readonly onOpenChange: (isOpen: boolean) => void
  readonly triggerRef: RefObject<Element | null>
  readonly onPick: (part: ChipPart) => void
}

/** Chooses a reference out of what is in scope, over the real results of the last run, or the samples. */
export function ReferencePicker({ scope, isOpen, onOpenChange, triggerRef, onPick }: ReferencePickerProps) {
  const { t } = useTranslation()
  return (
    <Popover
      label={t('fields.picker.title')}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      triggerRef={triggerRef}
      placement="left top"
      className="w-[26rem]"
    >
      <PickerBody
        scope={scope}
        onPick={(part) => {
          onPick(part)
          onOpenChange(false)
        }}
      />
    </Popover>
  )
}
