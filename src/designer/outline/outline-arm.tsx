import type { ArmId } from '#domain'
import { useTranslation } from '#texts'
import { classNames } from '#ui'
import { useWorkbench } from '#workbench'
import { memo } from 'react'
import { NameEditor } from '../steps/name-editor.tsx'
import { isMovableArm } from '../steps/step-commands.ts'
import { useStepSession, useStepSessionStore } from '../steps/step-session.ts'
import { armWords } from '../steps/step-words.ts'
import { useStepCommands } from '../steps/use-step-commands.ts'
import { OutlineFrame, type OutlineRowProps } from './outline-frame.tsx'

/** An arm in the outline. */
export const OutlineArm = memo(function OutlineArm({
  arm: armId,
  ...props
}: OutlineRowProps & { readonly arm: ArmId }) {
  const { t } = useTranslation()
  const { row, onActive } = props
  const session = useStepSessionStore()
  const commands = useStepCommands()
  const arm = useWorkbench(({ doc }) => doc.steps[row.step]?.arms.find(({ id }) => id === armId))
  const isEditing = useWorkbench((state) => state.mode === 'editing')
  const isRenaming = useStepSession(({ renaming }) => renaming?.view === 'outline' && renaming.id === row.id)
  if (!arm) return null
  const name = armWords(arm, t)
  return (
    <OutlineFrame
      {...props}
      label={name}
      isSelected={false}
      onToggle={null}
      handlers={{
        onClick: () => onActive(row.id),
        onDoubleClick: () => {
          if (isEditing && isMovableArm(arm.id)) session.setState({ renaming: { id: row.id, view: 'outline' } })
        },
      }}
    >
      {isRenaming ? (
        <NameEditor
          label={t('canvas.renameArm')}
          value={arm.name}
          onChange={(value) => commands.renameArm(row.step, arm.id, value)}
          onDone={() => session.setState({ renaming: null })}
          className="flex-1"
        />
      ) : (
        <span className={classNames('truncate text-xs font-medium', arm.id === 'error' ? 'text-danger' : 'text-muted')}>
          {name}
        </span>
      )}
    </OutlineFrame>
  )
})
