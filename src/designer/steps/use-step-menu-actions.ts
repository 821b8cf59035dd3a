import type { Step } from '#domain'
import { useTranslation } from '#texts'
import { showToast } from '#ui'
import { usePorts, useWorkbenchStore } from '#workbench'
import { copiedText, pasteText } from './clipboard.ts'
import { gapAfter, openAdd } from './open-add.ts'
import { useStepSessionStore } from './step-session.ts'
import { useStepCommands } from './use-step-commands.ts'

/** Does what the entries of a step's menu say, by their ids. */
export function useStepMenuActions(step: Step, onOpenSettings: () => void): (action: string) => void {
  const { t } = useTranslation()
  const workbench = useWorkbenchStore()
  const session = useStepSessionStore()
  const commands = useStepCommands()
  const { createId } = usePorts().environment
  const { id } = step
  const menu = session.getState().menu
  const nodeOf = () => {
    const anchor = menu?.anchor
    const row = anchor instanceof Element ? anchor.closest('[data-step]') : null
    return row ?? document.querySelector(`[data-step="${id}"]`)
  }
  const copy = async (): Promise<boolean> => {
    const text = copiedText(workbench.getState(), commands.targetsOf(id))
    if (text === null) return false
    await navigator.clipboard.writeText(text)
    return true
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
    rename: () => {
      const view = nodeOf()?.closest('[data-flow-canvas]') ? 'canvas' : 'outline'
      session.setState({ renaming: { id, view } })
    },
    add: () => {
      const position = gapAfter(workbench.getState().doc, id)
      const anchor = nodeOf()
      if (position && anchor) openAdd({ workbench, session, position, after: id, anchor, t })
    },
    connection: () => nodeOf()?.querySelector<HTMLElement>('[data-connection] button')?.click(),
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
