import { builtinConnectors } from '#connectors'
import type { IntegrationDoc } from '#domain'
import { createI18n, TextsProvider } from '#texts'
import { openWorkbench, openWorkspace, WorkbenchProvider, WorkspaceProvider } from '#workbench'
import { act, render } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { accepted } from '../../fixtures/accepted.ts'
import { outlineOf, stepId } from '../../fixtures/doc-builder.ts'
import { memoryHost } from '../../fixtures/memory-ports.ts'

/** What jsdom lacks and the canvas needs: sizes, observers that never call back, and matrices. */
function fillGaps() {
  globalThis.ResizeObserver ??= class {
    observe() {}
    unobserve() {}
    disconnect() {}
  } as unknown as typeof ResizeObserver
  globalThis.CSS ??= { escape: (text: string) => text } as typeof CSS
  window.matchMedia ??= (media) =>
    Object.assign(new EventTarget(), { media, matches: true }) as unknown as MediaQueryList
  globalThis.DOMMatrixReadOnly ??= class {
    m22 = 1
  } as unknown as typeof DOMMatrixReadOnly
  Object.defineProperties(HTMLElement.prototype, {
    offsetWidth: { configurable: true, get: () => 1000 },
    offsetHeight: { configurable: true, get: () => 1600 },
    clientWidth: { configurable: true, get: () => 1000 },
    clientHeight: { configurable: true, get: () => 1600 },
  })
}

/** Opens a document over a host in memory and shows a part of the designer for it. */
export async function openEditor(doc: IntegrationDoc, children: ReactNode, mode: 'editing' | 'read-only' = 'editing') {
  fillGaps()
  const host = memoryHost([doc], mode)
  const workbench = accepted(await openWorkbench(host.ports, doc.id))
  const workspace = openWorkspace(host.ports, builtinConnectors)
  const user = userEvent.setup()
  render(
    <TextsProvider i18n={createI18n('en')}>
      <WorkspaceProvider ports={host.ports} store={workspace.store}>
        <WorkbenchProvider store={workbench.store}>{children}</WorkbenchProvider>
      </WorkspaceProvider>
    </TextsProvider>,
  )
  const { store } = workbench
  return {
    host,
    store,
    user,
    outline: () => outlineOf(store.getState().doc),
    selected: () => store.getState().selection.map((id) => store.getState().doc.steps[id]?.name),
    select: (...names: string[]) => act(() => store.getState().select(names.map(stepId))),
    undo: () => act(() => store.getState().undo()),
  }
}
