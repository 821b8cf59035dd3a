import type { EditLabel } from '#domain'
import { textOf, useTranslation, type TFunction } from '#texts'
import { IconButton } from '#ui'
import { useWorkbench } from '#workbench'
import { Redo2, Undo2 } from 'lucide-react'

/** Undo and redo; what they would do is their description. */
export function HistoryButtons() {
  const { t } = useTranslation()
  const done = useWorkbench((state) => state.history.done.at(-1)?.label)
  const undone = useWorkbench((state) => state.history.undone.at(-1)?.label)
  const isEditing = useWorkbench((state) => state.mode === 'editing')
  const undo = useWorkbench((state) => state.undo)
  const redo = useWorkbench((state) => state.redo)
  return (
    <>
      <IconButton
        aria-label={t('designer.undo')}
        description={done ? labelText(t, done) : t('designer.nothingToUndo')}
        shortcut={['mod', 'Z']}
        isDisabled={!isEditing || !done}
        onPress={undo}
      >
        <Undo2 />
      </IconButton>
      <IconButton
        aria-label={t('designer.redo')}
        description={undone ? labelText(t, undone) : t('designer.nothingToRedo')}
        shortcut={['mod', 'Shift', 'Z']}
        isDisabled={!isEditing || !undone}
        onPress={redo}
      >
        <Redo2 />
      </IconButton>
    </>
  )
}

const labelText = (t: TFunction, label: EditLabel): string => textOf(t, label.key, label.params)
