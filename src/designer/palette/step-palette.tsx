import { useTranslation } from '#texts'
import { useWorkbench, useWorkbenchStore } from '#workbench'
import type { PointerEvent } from 'react'
import type { AddableStep } from '../steps/addable-step.ts'
import { startDrag } from '../steps/start-drag.ts'
import { StepPicker } from '../steps/step-picker.tsx'
import { useStepSessionStore } from '../steps/step-session.ts'
import { useStepCommands } from '../steps/use-step-commands.ts'

/**
 * Everything that can be added to the flow: region `Step palette`. Entries are dragged onto the canvas, or chosen with
 * Enter or a click, which adds after the selected step. Fills its container.
 */
export function StepPalette() {
  const { t } = useTranslation()
  const workbench = useWorkbenchStore()
  const session = useStepSessionStore()
  const commands = useStepCommands()
  const isEditing = useWorkbench((state) => state.mode === 'editing')
  const press = (addable: AddableStep, { button, nativeEvent }: PointerEvent) => {
    if (button === 0 && workbench.getState().mode === 'editing') {
      startDrag(session, nativeEvent, () => ({ kind: 'new', addable }))
    }
  }
  return (
    <section aria-label={t('palette.label')} className="flex h-full min-h-0 flex-col" inert={!isEditing}>
      <StepPicker
        className="min-h-0 flex-1"
        onPress={press}
        onChoose={(addable) => void commands.add(addable, commands.nextPosition())}
      />
    </section>
  )
}
