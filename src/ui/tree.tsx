import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import {
  Button,
  Tree as AriaTree,
  TreeItem as AriaTreeItem,
  TreeItemContent,
  type TreeItemProps as AriaTreeItemProps,
  type TreeProps as AriaTreeProps,
} from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { classNames } from './class-names.ts'
import { rowClass } from './list-box.tsx'

export interface TreeProps<T> extends Readonly<Omit<AriaTreeProps<T>, 'className' | 'style'>> {
  readonly className?: string
}

/** Nested things; arrows walk and fold it. Name it with `aria-label`. */
export function Tree<T>({ className, ...rest }: TreeProps<T>) {
  return <AriaTree {...rest} className={classNames('flex flex-col overflow-auto p-1 outline-none', className)} />
}

export interface TreeItemProps extends Readonly<
  Omit<AriaTreeItemProps, 'children' | 'className' | 'style' | 'textValue'>
> {
  readonly label: string
  readonly icon?: ReactNode
  readonly trailing?: ReactNode
  /** Nested `TreeItem`s. */
  readonly children?: ReactNode
}

/** One row of a tree, with its nested rows. */
export function TreeItem({ label, icon, trailing, children, ...rest }: TreeItemProps) {
  const { t } = useTranslation()
  return (
    <AriaTreeItem
      {...rest}
      textValue={label}
      className={classNames(
        rowClass,
        'text-default data-focused:text-strong data-selected:bg-accent-soft data-selected:text-strong',
      )}
    >
      <TreeItemContent>
        {({ hasChildItems, isExpanded, level }) => (
          <span className="flex min-w-0 flex-1 items-center gap-1.5" style={{ paddingInlineStart: (level - 1) * 16 }}>
            {hasChildItems ? (
              <Button
                slot="chevron"
                aria-label={t('common.expandRow')}
                className="focus-mark -my-0.5 flex size-6 shrink-0 items-center justify-center rounded-sm text-muted"
              >
                <ChevronRight
                  aria-hidden
                  className={classNames('size-4 transition-transform', isExpanded ? 'rotate-90' : 'rtl:rotate-180')}
                />
              </Button>
            ) : (
              <span className="w-6 shrink-0" />
            )}
            {icon != null && <span className="flex shrink-0 text-muted [&_svg]:size-4">{icon}</span>}
            <span className="min-w-0 flex-1 truncate">{label}</span>
            {trailing}
          </span>
        )}
      </TreeItemContent>
      {children}
    </AriaTreeItem>
  )
}
