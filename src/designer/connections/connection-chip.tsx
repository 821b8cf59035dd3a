import type { Connection, StepId } from '#domain'
import { useTranslation } from '#texts'
import { classNames, Popover, SpinnerMark, StatusDot } from '#ui'
import { useWorkbench, type WorkbenchState } from '#workbench'
import { ChevronDown, Plug } from 'lucide-react'
import { useId, useRef, useState, type KeyboardEvent, type Ref, type SyntheticEvent } from 'react'
import { EventBoundary } from './event-boundary.tsx'
import { useConnectionStatus } from './use-connection-status.ts'
import { usePickerParts } from './use-picker-parts.ts'
import { useStepConnection, type StepConnection } from './use-step-connection.ts'

type Look = 'node' | 'field'

export interface ConnectionChipProps {
  readonly stepId: StepId
  /** `node`: small, without a tab stop, since a canvas has only one. `field`: as wide as its place, with a tab stop. */
  readonly look?: Look
}

const selectIsReadOnly = (state: WorkbenchState) => state.mode === 'read-only'

/** Says which connection a step uses, and opens the picker beside itself. Absent for steps that take none. */
export function ConnectionChip({ stepId, look = 'node' }: ConnectionChipProps) {
  const { t } = useTranslation()
  const trigger = useRef<HTMLButtonElement>(null)
  const used = useStepConnection(stepId)
  const [isOpen, setOpen] = useState(false)
  const [openings, setOpenings] = useState(0)
  const [isForm, setForm] = useState(false)
  const [isSqueezed, setSqueezed] = useState(false)
  const [created, setCreated] = useState<Connection | null>(null)
  const parts = usePickerParts()
  if (!used) return null
  return (
    <>
      <ChipButton
        used={used}
        look={look}
        ref={trigger}
        isOpen={isOpen}
        isLoading={isOpen && !parts}
        onPress={() => {
          setSqueezed(isSqueezedBelow(trigger.current))
          if (!isOpen) setOpenings(openings + 1)
          setOpen(!isOpen)
        }}
      />
      <EventBoundary>
        {/* Not before its content is there: the focus goes into what opens. */}
        {openings > 0 && parts && (
          <Popover
            isNonModal
            label={t('connections.chooseTitle')}
            isOpen={isOpen}
            onOpenChange={setOpen}
            triggerRef={trigger}
            placement={isForm && isSqueezed ? 'right' : 'bottom start'}
            className="w-104"
          >
            <parts.ConnectionPicker
              // Opened again, it begins anew, also while the one before is still fading away.
              key={openings}
              stepId={stepId}
              onClose={() => setOpen(false)}
              onNeedsCredentials={setCreated}
              onFormChange={setForm}
            />
          </Popover>
        )}
        {created && parts && (
          <parts.TestCredentialsDialog
            connection={created}
            prompt
            isOpen
            onOpenChange={(open) => !open && setCreated(null)}
          />
        )}
      </EventBoundary>
    </>
  )
}

/** How much height the form should have before it scrolls, in pixels. */
const COMFORTABLE = 480

/** Whether the form would be squeezed between the chip and the edge of the page; beside the chip it has more height. */
function isSqueezedBelow(chip: Element | null): boolean {
  if (!chip) return false
  const { top, bottom } = chip.getBoundingClientRect()
  return Math.max(window.innerHeight - bottom, top) < COMFORTABLE
}

const CHIP = classNames(
  'nodrag nopan focus-mark flex max-w-full min-w-0 cursor-default items-center gap-1.5 text-xs transition-colors',
  'hover:bg-hover active:bg-pressed aria-expanded:bg-hover disabled:hover:bg-transparent',
)

const LOOKS: Readonly<Record<Look, string>> = {
  node: 'min-h-6 rounded-sm ps-1.5 pe-1',
  field: 'min-h-8 w-full rounded-md border border-control bg-surface ps-2.5 pe-2 text-sm',
}

// Enter and Space open the picker; on a canvas they would also open the step's settings.
const keepPressing = (event: KeyboardEvent) => {
  if (event.key === 'Enter' || event.key === ' ') event.stopPropagation()
}
const keep = (event: SyntheticEvent) => event.stopPropagation()

interface ChipButtonProps {
  readonly used: StepConnection
  readonly look: Look
  readonly isOpen: boolean
  /** Pressed before what it opens was loaded. */
  readonly isLoading: boolean
  readonly onPress: () => void
  readonly ref: Ref<HTMLButtonElement>
}

function ChipButton({
  used: { connection, slot, isRequired },
  look,
  isOpen,
  isLoading,
  onPress,
  ref,
}: ChipButtonProps) {
  const { t } = useTranslation()
  const descriptionId = useId()
  const isReadOnly = useWorkbench(selectIsReadOnly)
  const status = useConnectionStatus(connection)
  const key = slot?.connection ?? null
  const name = connection?.name ?? (key === null ? null : t('connections.missing', { key }))
  const label = status?.label ?? t(key === null ? 'connections.noneChosen' : 'connections.status.missing')
  return (
    <button
      ref={ref}
      type="button"
      {...(look === 'node' && { tabIndex: -1 })}
      disabled={isReadOnly}
      aria-label={name === null ? t('connections.choose') : t('connections.chip', { name })}
      aria-describedby={descriptionId}
      aria-haspopup="dialog"
      aria-expanded={isOpen}
      className={classNames(CHIP, LOOKS[look], name === null && isRequired ? 'text-warning' : 'text-default')}
      onClick={(event) => {
        event.stopPropagation()
        onPress()
      }}
      onKeyDown={keepPressing}
      onPointerDown={keep}
      onDoubleClick={keep}
    >
      {name === null ? (
        <Plug aria-hidden className="size-3.5 shrink-0" />
      ) : (
        <StatusDot tone={status?.tone ?? 'danger'} label={label} />
      )}
      <span className="min-w-0 flex-1 truncate text-start">{name ?? t('connections.choose')}</span>
      {isLoading ? <SpinnerMark /> : <ChevronDown aria-hidden className="size-3.5 shrink-0 text-faint" />}
      <span id={descriptionId} hidden>
        {label}
      </span>
    </button>
  )
}
