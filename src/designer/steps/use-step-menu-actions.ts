import type { Step } from '#domain'
import { useTranslation } from '#texts'
import { showToast } from '#ui'
import { usePorts, useWorkbenchStore } from '#workbench'
import { copiedText, pasteText } from './clipboard.ts'
import { gapAfter, openAdd } from './open-add.ts'
import { openConnection, renameStep } from './run-step-key.ts'
import { useStepSessionStore } from './step-session.ts'
import { useStepCommands } from './use-step-commands.ts'

/** Where each view has its steps. */
const PLACES = { canvas: '[data-flow-canvas]', outline: '[role="tree"]' } as const

/** Does what the entries of a step's menu say, by their ids. */
export function useStepMenuActions(step: Step, onOpenSettings: () => void): (action: string) => void {
  const { t } = useTranslation()
  const workbench = useWorkbenchStore()
  const session = useStepSessionStore()
  const commands = useStepCommands()
  const { createId } = usePorts().environment
  const { id } = step
  const view = session.getState().menu?.view ?? 'canvas'
  const nodeOf = () => document.querySelector<HTMLElement>(`${PLACES[view]} [data-step="${id}"]`)
  const copy = async (): Promise<boolean> => {
    const text = copiedText(workbench.getState(), commands.targetsOf(id))
    if (text === null) return false
    try {
      await navigator.clipboard.writeText(text)
      return true
    } catch {
      showToast({ title: t('canvas.clipboardBlocked', { keys: 'Ctrl C' }), tone: 'warning' })
      return false
    }
  }
  const paste = async () => {
    try {
      const text = await navigator.clipboard.readText()
      if (!pasteText(workbench, text, { createId, t })) showToast({ title: t('canvas.nothingToPaste') })
    } catch {
      showToast({ title: t('canvas.clipboardBlocked', { keys: 'Ctrl V' }), tone: 'warning' })
    }
  }
  const actions: Readonly<Record<string, () => void>> = {
    settings: () => {
      workbench.getState().select([id])
      onOpenSettings()
    },
    rename: () => renameStep({ step: id, view }, session),
    add: () => {
      const position = gapAfter(workbench.getState().doc, id)
      const anchor = nodeOf()
      if (position && anchor) openAdd({ workbench, session, position, after: id, anchor, t })
    },
    connection: () => openConnection({ step: id, view, element: nodeOf() }, session),
    'add-arm': () => commands.addArm(id),
    collapse: () => workbench.getState().toggleCollapsed(id),
    'move-to': () => session.setState({ dialog: { kind: 'move-to', steps: commands.targetsOf(id) } }),
    copy: () => void copy(),
    cut: () => {
      void copy().then((isCopied) => {
        if (isCopied) commands.remove(commands.targetsOf(id))
      })
    },
    paste: () => {
      workbench.getState().select([id])
      void paste()
    },
    duplicate: () => commands.duplicate(commands.targetsOf(id)),
    pin: () => commands.togglePin(id),
    disable: () => commands.toggleDisabled(commands.targetsOf(id)),
    delete: () => commands.remove(commands.targetsOf(id)),
  }
  return (action) => actions[action]?.()
}
