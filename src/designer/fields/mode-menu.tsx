import type { InputSpec, InputValue } from '#domain'
import { useTranslation } from '#texts'
import { Button, Menu, MenuItem, MenuTrigger, Separator } from '#ui'
import { ChevronDown, Eraser, Link2, Settings2, SquareFunction, TextCursorInput, Type } from 'lucide-react'
import type { ReactElement } from 'react'
import { modesFor, type InputMode } from './input-mode.ts'

export interface ModeMenuProps {
  readonly label: string
  readonly type: InputSpec['type']
  /** An icon only: beside an editor in a narrow place. */
  readonly isCompact: boolean
  readonly mode: InputMode
  readonly value: InputValue | undefined
  readonly hasVariables: boolean
  readonly isReadOnly: boolean
  readonly onMode: (mode: 'text' | 'value' | 'expression') => void
  /** The person wants to choose a reference or a variable. */
  readonly onPick: () => void
  readonly onClear: (() => void) | null
}

/** How an input is given: as text, a fixed value, a reference or an expression. */
export function ModeMenu(props: ModeMenuProps) {
  const { t } = useTranslation()
  const { label, type, mode, isReadOnly, hasVariables } = props
  const modes = modesFor(type).filter((candidate) => candidate !== 'variable' || hasVariables)
  const shown = mode === 'variable' ? 'reference' : mode
  const names = {
    text: t('fields.mode.text'),
    value: type === 'json' ? t('fields.mode.json') : t('fields.mode.value'),
    reference: t('fields.mode.reference'),
    variable: t('fields.mode.variable'),
    expression: t('fields.mode.expression'),
  } as const
  return (
    <MenuTrigger>
      <Button
        variant="quiet"
        size="sm"
        isDisabled={isReadOnly}
        aria-label={`${t('fields.mode.label', { input: label })}: ${names[mode]}`}
        className="min-h-6! gap-1! px-1.5! text-2xs! text-muted!"
        icon={ICONS[mode]}
      >
        <span className="flex items-center gap-0.5">
          {!props.isCompact && names[mode].replace('…', '')}
          <ChevronDown aria-hidden className="size-3!" />
        </span>
      </Button>
      <Menu
        placement="bottom end"
        selectionMode="single"
        selectedKeys={[shown]}
        onAction={(key) => {
          if (key === 'clear') props.onClear?.()
          else if (key === 'reference' || key === 'variable') props.onPick()
          else if (key !== mode) props.onMode(key as 'text' | 'value' | 'expression')
        }}
      >
        {modes.map((id) => (
          <MenuItem key={id} id={id} label={names[id]} icon={ICONS[id]} description={t(`fields.mode.${id}Help`)} />
        ))}
        {props.onClear && (
          <>
            <Separator />
            <MenuItem id="clear" label={t('fields.mode.clear', { input: label })} icon={<Eraser />} />
          </>
        )}
      </Menu>
    </MenuTrigger>
  )
}

const ICONS: Readonly<Record<InputMode, ReactElement>> = {
  text: <Type />,
  value: <TextCursorInput />,
  reference: <Link2 />,
  variable: <Settings2 />,
  expression: <SquareFunction />,
}
