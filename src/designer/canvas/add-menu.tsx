import { useTranslation } from '#texts'
import { Popover } from '#ui'
import { useEffect, useRef } from 'react'
import { useWorkbench } from '#workbench'
import { StepPicker } from '../steps/step-picker.tsx'
import { requestFocus, useStepSession, useStepSessionStore, type Adding } from '../steps/step-session.ts'
import { useStepCommands } from '../steps/use-step-commands.ts'

/** The palette at a gap: what is chosen is added there and selected. */
export function AddMenu() {
  const adding = useStepSession((session) => session.adding)
  return adding ? <OpenAddMenu adding={adding} /> : null
}

function OpenAddMenu({ adding }: { readonly adding: Adding }) {
  const { t } = useTranslation()
  const session = useStepSessionStore()
  const commands = useStepCommands()
  const setInsertAt = useWorkbench((state) => state.setInsertAt)
  const anchor = useRef(adding.anchor)
  const { position, name } = adding
  // What is shown as the place to add at is the gap this menu is open for, and no longer.
  useEffect(() => {
    setInsertAt({ position, name })
    return () => setInsertAt(null)
  }, [position, name, setInsertAt])
  const close = () => session.setState({ adding: null })
  return (
    <Popover
      label={t('palette.addTitle')}
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) close()
      }}
      triggerRef={anchor}
      placement="right top"
      className="w-80"
    >
      <StepPicker
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the person just asked for it
        autoFocus
        className="max-h-[min(26rem,70vh)]"
        onChoose={(addable) => {
          close()
          const id = commands.add(addable, position)
          // Opened from the canvas, the new step gets the focus; the outline keeps its own.
          if (id !== null && adding.anchor.closest('[data-flow-canvas]')) requestFocus(session, id)
        }}
      />
    </Popover>
  )
}
