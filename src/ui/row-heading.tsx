import { Header } from 'react-aria-components'

/** The class of rows that stand together under a heading: a line parts them from the rows above. */
export const rowSectionClass = 'not-first:mt-1 not-first:border-t not-first:border-line not-first:pt-1'

/** What rows in lists and menus stand under. */
export function RowHeading({ title }: { readonly title: string }) {
  return <Header className="px-2 py-1 text-2xs font-medium text-faint">{title}</Header>
}
