import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components'
import { classNames } from './class-names.ts'

export interface TabItem<Id extends string = string> {
  readonly id: Id
  readonly label: string
  /** After the label: a count, a status dot. */
  readonly badge?: ReactNode
  readonly content: ReactNode
  readonly isDisabled?: boolean
}

export interface TabsProps<Id extends string> {
  /** The name of the row of tabs. */
  readonly label: string
  readonly items: readonly TabItem<Id>[]
  /** Left out, the tabs keep their own state, beginning with the first. */
  readonly selected?: Id
  readonly onSelect?: (id: Id) => void
  /** At the end of the row: actions that concern what is shown. */
  readonly trailing?: ReactNode
  readonly className?: string
  /** Of the panel, which scrolls. */
  readonly panelClassName?: string
}

/** One of several views in the same place; only the shown one is rendered. */
export function Tabs<Id extends string>({
  label,
  items,
  selected,
  onSelect,
  trailing,
  className,
  panelClassName,
}: TabsProps<Id>) {
  return (
    <AriaTabs
      {...(selected !== undefined && { selectedKey: selected })}
      onSelectionChange={(key) => {
        const item = items.find(({ id }) => id === key)
        if (item) onSelect?.(item.id)
      }}
      className={classNames('flex min-h-0 min-w-0 flex-col', className)}
    >
      <div className="flex shrink-0 items-center gap-2 border-b border-line pe-2">
        <TabList aria-label={label} className="flex min-w-0 flex-1 gap-1 overflow-x-auto px-2 [scrollbar-width:none]">
          {items.map((item) => (
            <Tab
              key={item.id}
              id={item.id}
              isDisabled={item.isDisabled ?? false}
              className="group/tab relative flex min-h-9 shrink-0 cursor-default items-center px-2 text-sm text-muted outline-none transition-colors data-disabled:opacity-45 data-hovered:text-strong data-selected:font-medium data-selected:text-strong"
            >
              <span className="flex items-center gap-1.5 rounded-sm px-0.5 group-data-focus-visible/tab:outline-2 group-data-focus-visible/tab:outline-offset-2 group-data-focus-visible/tab:outline-focus">
                {item.label}
                {item.badge}
              </span>
              <span
                aria-hidden
                className="absolute inset-x-1 bottom-0 h-0.5 rounded-full bg-transparent group-data-selected/tab:bg-accent"
              />
            </Tab>
          ))}
        </TabList>
        {trailing}
      </div>
      {items.map((item) => (
        <TabPanel
          key={item.id}
          id={item.id}
          className={classNames('focus-mark min-h-0 flex-1 overflow-auto', panelClassName)}
        >
          {item.content}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}
