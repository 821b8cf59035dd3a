import type { Place } from '#domain'
import { useTranslation } from '#texts'
import { usePorts, useWorkbenchStore } from '#workbench'
import type { KeyboardEvent, RefObject } from 'react'
import { gapAfter, openAdd } from '../steps/open-add.ts'
import { runArmKey } from '../steps/run-arm-key.ts'
import { runStepKey } from '../steps/run-step-key.ts'
import { areSingleKeysOn } from '../steps/single-keys.ts'
import { stepKeyCommand } from '../steps/step-keys.ts'
import { useStepSessionStore } from '../steps/step-session.ts'
import { useStepCommands } from '../steps/use-step-commands.ts'
import { isOutlineKey, outlineMove, type OutlineKey, type OutlineRow } from './outline-rows.ts'

export interface OutlineKeysContext {
  readonly tree: RefObject<HTMLElement | null>
  readonly rows: readonly OutlineRow[]
  readonly active: OutlineRow | undefined
  readonly onActive: (id: string) => void
  readonly onOpenSettings: () => void
}

/** The keyboard of the outline: the arrows of a tree, and for everything else the keys of the canvas. */
export function useOutlineKeys({ tree, rows, active, onActive, onOpenSettings }: OutlineKeysContext) {
  const workbench = useWorkbenchStore()
  const session = useStepSessionStore()
  const commands = useStepCommands()
  const { preferences } = usePorts()
  const { t } = useTranslation()

  const elementOf = (row: OutlineRow): HTMLElement | null => {
    const id = tree.current?.getAttribute('aria-activedescendant')
    const element = id === null || id === undefined ? null : document.getElementById(id)
    return element ?? tree.current?.querySelector<HTMLElement>(`[data-step="${row.step}"]`) ?? tree.current
  }
  const add = (row: OutlineRow) => {
    const { doc } = workbench.getState()
    const place: Place | null = row.arm === null ? null : { step: row.step, arm: row.arm }
    const position = place ? { place, index: 0 } : gapAfter(doc, row.step)
    const anchor = elementOf(row)
    const after = place ? null : row.step
    if (position && anchor) openAdd({ workbench, session, position, after, anchor, t })
  }
  const walk = (event: KeyboardEvent, row: OutlineRow, key: OutlineKey) => {
    event.preventDefault()
    const move = outlineMove(rows, row.id, key)
    if (!move) return
    if ('toggle' in move) {
      workbench.getState().toggleCollapsed(move.toggle)
      return
    }
    onActive(move.to)
    const next = rows.find(({ id }) => id === move.to)
    const { selection, select } = workbench.getState()
    if (next?.arm !== null) return
    select(event.shiftKey ? [...selection.filter((id) => id !== next.step), next.step] : [next.step])
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!active || event.defaultPrevented || event.target !== event.currentTarget) return
    if (isOutlineKey(event.key) && !event.altKey && !event.ctrlKey && !event.metaKey) {
      walk(event, active, event.key)
      return
    }
    const command = stepKeyCommand(event, areSingleKeysOn(preferences))
    if (!command) return
    event.preventDefault()
    const context = { workbench, session, commands }
    if (command === 'add') {
      if (workbench.getState().mode === 'editing') add(active)
      return
    }
    const { step, arm } = active
    if (arm !== null && runArmKey(command, { step, arm, view: 'outline' }, context)) return
    const element = elementOf(active)
    const target = { step, view: 'outline', element, openSettings: onOpenSettings, openAdd: () => add(active) } as const
    runStepKey(command, target, context)
  }
  return { onKeyDown }
}
