import { useTranslation } from '#texts'
import { IconButton, Menu, MenuItem, MenuTrigger } from '#ui'
import { ArrowDown, ArrowUp, EllipsisVertical, X } from 'lucide-react'

/** Moves and removes a row. */
export function RowMenu(props: {
  readonly name: string
  readonly removeName: string
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly onMove: (by: -1 | 1) => void
  readonly onRemove: () => void
}) {
  const { t } = useTranslation()
  return (
    <span className="flex shrink-0 items-center">
      <MenuTrigger>
        <IconButton size="xs" aria-label={props.name}>
          <EllipsisVertical />
        </IconButton>
        <Menu
          placement="bottom end"
          disabledKeys={[...(props.isFirst ? ['up'] : []), ...(props.isLast ? ['down'] : [])]}
          onAction={(key) => props.onMove(key === 'up' ? -1 : 1)}
        >
          <MenuItem id="up" label={t('fields.rows.moveUp')} icon={<ArrowUp />} shortcut={['Alt', '↑']} />
          <MenuItem id="down" label={t('fields.rows.moveDown')} icon={<ArrowDown />} shortcut={['Alt', '↓']} />
        </Menu>
      </MenuTrigger>
      <IconButton size="xs" aria-label={props.removeName} onPress={props.onRemove}>
        <X />
      </IconButton>
    </span>
  )
}
