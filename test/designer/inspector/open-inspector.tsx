import '../fields/editor-gaps.ts'
import { ok, type Json } from '#base'
import { builtinConnectors } from '#connectors'
import type { Failure, IntegrationDoc } from '#domain'
import { createScope, evaluateInput } from '#runtime'
import { createI18n, TextsProvider } from '#texts'
import { openWorkbench, openWorkspace, WorkbenchProvider, WorkspaceProvider, type RunnerPort } from '#workbench'
import { act, render } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { vi } from 'vitest'
import type { ReactNode } from 'react'
import { loadCodeView } from '../../../src/designer/fields/code/load-code-view.ts'
import { Inspector } from '../../../src/designer/inspector/inspector.tsx'
import { accepted } from '../../fixtures/accepted.ts'
import { stepId } from '../../fixtures/doc-builder.ts'
import { memoryHost, type MemoryHost } from '../../fixtures/memory-ports.ts'
import { loadInspectorParts } from '../../../src/designer/inspector/use-inspector-parts.ts'

// A person types letter by letter into real editors; a busy machine needs its time.
vi.setConfig({ testTimeout: 60_000 })

/** Works values out as the runner's worker does, with the real evaluator. */
const preview: RunnerPort['preview'] = async (value, _type, scope) => {
  const notices: Failure[] = []
  const result = await evaluateInput(value, undefined, createScope(scope.results, scope.variables), {
    now: () => 0,
    random: () => 0.5,
    onNotice: (notice) => notices.push(notice),
  })
  if (!result.ok) return result
  const [notice] = notices
  return result.value === undefined && notice ? { ok: false, error: notice } : ok(result.value ?? null)
}

/** Opens a document in the settings panel with a step selected by name, over a host in memory. */
export async function openInspector(
  doc: IntegrationDoc,
  selected: string | null,
  options: { readonly mode?: 'editing' | 'read-only'; readonly beside?: ReactNode; readonly host?: MemoryHost } = {},
) {
  await Promise.all([loadCodeView(), loadInspectorParts()])
  const host = options.host ?? memoryHost([doc], options.mode ?? 'editing')
  const ports = { ...host.ports, runner: { ...host.ports.runner, preview } }
  const workbench = accepted(await openWorkbench(ports, doc.id))
  const workspace = openWorkspace(ports, builtinConnectors)
  if (selected !== null) workbench.store.getState().select([stepId(selected)])
  const user = userEvent.setup()
  render(
    <TextsProvider i18n={createI18n('en')}>
      <WorkspaceProvider ports={ports} store={workspace.store}>
        <WorkbenchProvider store={workbench.store}>
          <Inspector />
          {options.beside}
        </WorkbenchProvider>
      </WorkspaceProvider>
    </TextsProvider>,
  )
  const { store } = workbench
  return {
    host,
    store,
    user,
    step: (name: string) => store.getState().doc.steps[stepId(name)],
    inputOf: (name: string, key: string) => {
      const step = store.getState().doc.steps[stepId(name)]
      return step && 'inputs' in step ? step.inputs[key] : undefined
    },
    undo: () => act(() => store.getState().undo()),
    pass: (milliseconds: number) => act(() => host.pass(milliseconds)),
    /** Makes the step's result known, as a pinned output. */
    pin: (name: string, value: Json) => act(() => store.getState().pin(stepId(name), value)),
  }
}
