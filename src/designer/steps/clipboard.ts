import { childrenOf, positionOf, type Position, type StepId } from '#domain'
import { copySteps, Fragment, planPaste, type CreateId } from '#operations'
import type { TFunction } from '#texts'
import { showToast } from '#ui'
import type { WorkbenchState } from '#workbench'
import type { StoreApi } from 'zustand'
import { sayProblem } from './step-commands.ts'

/** The selected steps as JSON for the clipboard, without secrets; null when nothing of it can be copied. */
export function copiedText({ doc }: WorkbenchState, steps: readonly StepId[]): string | null {
  const fragment = copySteps(doc, steps)
  return fragment ? JSON.stringify(fragment, null, 2) : null
}

/** Pastes what was copied after the selected step. Gives false when the text holds no steps. */
export function pasteText(
  workbench: StoreApi<WorkbenchState>,
  text: string,
  { createId, t }: { readonly createId: CreateId; readonly t: TFunction },
): boolean {
  const fragment = readFragment(text)
  if (!fragment) return false
  const state = workbench.getState()
  const plan = planPaste(state.doc, fragment, { at: pastePosition(state), createId })
  const done = plan.ok ? state.dispatch(plan.value.operations, { select: plan.value.roots }) : plan
  if (!done.ok) sayProblem(done.error, t)
  else if (plan.ok && plan.value.unresolved.length > 0) {
    showToast({ title: t('canvas.pastedUnresolved', { count: plan.value.unresolved.length }), tone: 'warning' })
  }
  return true
}

function readFragment(text: string): Fragment | null {
  // Anything may lie on a clipboard; only what names our format is looked at.
  if (!text.includes('patchbay/steps')) return null
  try {
    const parsed = Fragment.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

function pastePosition({ doc, flow, selection }: WorkbenchState): Position {
  const at = selection.toReversed().flatMap((id) => positionOf(doc, id) ?? [])[0]
  if (at) return { place: at.place, index: at.index + 1 }
  const isTrigger = selection.at(-1) === doc.flows[flow]?.trigger
  return { place: { flow }, index: isTrigger ? 0 : childrenOf(doc, { flow }).length }
}
