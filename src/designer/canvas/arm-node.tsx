import { useTranslation } from '#texts'
import { classNames } from '#ui'
import { useWorkbench } from '#workbench'
import type { NodeProps } from '@xyflow/react'
import { memo } from 'react'
import { NameEditor } from '../steps/name-editor.tsx'
import { isMovableArm } from '../steps/step-commands.ts'
import { requestFocus, useStepSession, useStepSessionStore } from '../steps/step-session.ts'
import { armWords } from '../steps/step-words.ts'
import { useStepCommands } from '../steps/use-step-commands.ts'
import { useDetail } from './detail-context.ts'
import type { CanvasNode } from './flow-elements.ts'
import { useFocusTarget } from './use-focus-target.ts'

/** The name of an arm, where it begins. */
export const ArmNode = memo(function ArmNode({ data: { node } }: NodeProps<CanvasNode>) {
  const { t } = useTranslation()
  const session = useStepSessionStore()
  const commands = useStepCommands()
  const arm = useWorkbench(({ doc }) =>
    node.step === null ? undefined : doc.steps[node.step]?.arms.find(({ id }) => id === node.arm),
  )
  const isEditing = useWorkbench((state) => state.mode === 'editing')
  const isRenaming = useStepSession(({ renaming }) => renaming?.view === 'canvas' && renaming.id === node.id)
  const focusTarget = useFocusTarget(node.id)
  const detail = useDetail()
  const { step } = node
  if (!arm || step === null) return null
  const name = armWords(arm, t)
  const isError = arm.id === 'error'
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- F2 does the same for the keyboard
    <div
      {...focusTarget}
      role="group"
      aria-label={name}
      className="focus-mark flex h-full w-full items-center justify-center rounded-md outline-offset-2!"
      onDoubleClick={() => {
        if (isEditing && isMovableArm(arm.id)) session.setState({ renaming: { id: node.id, view: 'canvas' } })
      }}
    >
      {isRenaming ? (
        <NameEditor
          label={t('canvas.renameArm')}
          value={arm.name}
          onChange={(value) => commands.renameArm(step, arm.id, value)}
          onDone={() => {
            session.setState({ renaming: null })
            requestFocus(session, node.id)
          }}
          className="w-full text-center text-xs"
        />
      ) : (
        <span
          className={classNames(
            'max-w-full truncate rounded-full border px-2.5 py-0.5 text-xs font-medium',
            isError ? 'border-danger-line bg-danger-soft text-danger' : 'border-line-strong bg-surface text-default',
            detail === 'placeholder' && 'text-transparent',
          )}
        >
          {name}
        </span>
      )}
    </div>
  )
})
