import { Search, X } from 'lucide-react'
import type { Ref } from 'react'
import {
  Button,
  Group,
  Input,
  SearchField as AriaSearchField,
  type SearchFieldProps as AriaSearchFieldProps,
} from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { classNames } from './class-names.ts'
import { fieldBoxClass, fieldClass, inputClass } from './field-frame.tsx'
import { Kbd } from './kbd.tsx'

export interface SearchFieldProps extends Readonly<
  Omit<AriaSearchFieldProps, 'children' | 'className' | 'style' | 'aria-label'>
> {
  /** The name of the search box; shown as its placeholder unless there is another. */
  readonly label: string
  readonly placeholder?: string
  /** Keys that jump here, shown while it is empty. */
  readonly shortcut?: readonly string[]
  readonly className?: string
  readonly inputRef?: Ref<HTMLInputElement>
}

/** Searches while typing; Escape and the button clear it. */
export function SearchField({ label, placeholder, shortcut, className, inputRef, ...rest }: SearchFieldProps) {
  const { t } = useTranslation()
  return (
    <AriaSearchField {...rest} aria-label={label} className={fieldClass(className)}>
      <Group className={classNames(fieldBoxClass, 'group/search pe-1')}>
        <Search aria-hidden className="ms-2.5 size-4 shrink-0 text-faint" />
        <Input
          {...(inputRef && { ref: inputRef })}
          placeholder={placeholder ?? label}
          className={classNames(inputClass, 'ps-2 [&::-webkit-search-cancel-button]:hidden')}
        />
        {shortcut && (
          <span className="hidden pe-1 group-data-empty/field:inline-flex">
            <Kbd keys={shortcut} />
          </span>
        )}
        <Button
          aria-label={t('common.clear')}
          className="focus-mark flex size-6 shrink-0 items-center justify-center rounded-sm text-muted group-data-empty/field:hidden data-hovered:bg-hover data-pressed:bg-pressed"
        >
          <X aria-hidden className="size-3.5" />
        </Button>
      </Group>
    </AriaSearchField>
  )
}
