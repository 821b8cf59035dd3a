import '../fields/editor-gaps.ts'
import { err, ok, problem, type Problem } from '#base'
import { builtinConnectors } from '#connectors'
import type {
  AuthMethod,
  Connection,
  ConnectionCheck,
  CredentialId,
  CredentialInfo,
  IntegrationDoc,
  Workspace,
} from '#domain'
import { createI18n, TextsProvider } from '#texts'
import { ToastRegion } from '#ui'
import { openWorkbench, openWorkspace, WorkbenchProvider, WorkspaceProvider, type WorkbenchPorts } from '#workbench'
import { loadPickerParts } from '../../../src/designer/connections/use-picker-parts.ts'
import { act, render } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { vi } from 'vitest'
import { accepted } from '../../fixtures/accepted.ts'
import { stepId } from '../../fixtures/doc-builder.ts'
import { memoryHost, type MemoryHost } from '../../fixtures/memory-ports.ts'
import { workspaceOf } from '../../fixtures/workspace-builder.ts'

// Whole forms are filled in here, on machines that do other things at the same time.
vi.setConfig({ testTimeout: 60_000 })

/** What went to the vault. */
export interface Sealed {
  readonly connection: string
  readonly origins: readonly string[]
  readonly secrets: Readonly<Record<string, string>>
  /** Whether what was there and is not named stays. */
  readonly keepOthers: boolean
}

/** What went to the vault for an auth method. */
export interface SealedMethod {
  readonly method: string
  readonly origins: readonly string[]
  readonly secrets: Readonly<Record<string, string>>
}

/** A host in memory that keeps connections; what would be sealed can be looked at, and refusals can be ordered. */
export interface ConnectionHost extends MemoryHost {
  readonly sealed: Sealed[]
  readonly sealedMethods: SealedMethod[]
  readonly workspaceNow: () => Workspace
  refuse: { connection: Problem | null; credentials: Problem | null }
  answer: ConnectionCheck
}

/** Makes the host. */
export function connectionHost(
  docs: readonly IntegrationDoc[],
  start: Workspace = workspaceOf(),
  mode: 'editing' | 'read-only' = 'editing',
): ConnectionHost {
  const host = memoryHost(docs, mode)
  const sealed: Sealed[] = []
  const sealedMethods: SealedMethod[] = []
  let now = start
  const change = (next: Workspace) => {
    now = next
    host.setWorkspace(next)
  }
  const refuse: ConnectionHost['refuse'] = { connection: null, credentials: null }
  const put = <T extends { readonly id: string }>(table: Readonly<Record<string, T>>, record: T) => ({
    ...table,
    [record.id]: record,
  })
  const workspace: WorkbenchPorts['workspace'] = {
    ...host.ports.workspace,
    saveConnection: async (connection: Connection) => {
      if (refuse.connection) return err(refuse.connection)
      change({ ...now, connections: put(now.connections, connection) })
      return ok(undefined)
    },
    saveAuthMethod: async (method: AuthMethod) => {
      change({ ...now, authMethods: put(now.authMethods, method) })
      return ok(undefined)
    },
    saveMethodSecrets: async (method, origins, secrets) => {
      sealedMethods.push({ method, origins, secrets })
      const info: CredentialInfo = {
        id: `cred_${method.slice(5)}m` as CredentialId,
        owner: { kind: 'auth-method', authMethod: method },
        purpose: { kind: 'organization' },
        origins: [...origins],
        tokenOrigin: null,
        revision: sealedMethods.length,
        fields: Object.keys(secrets),
        expiresAt: null,
        lastCheck: null,
        updatedAt: 0,
      }
      change({ ...now, credentials: put(now.credentials, info) })
      return ok(info)
    },
    deleteMethodSecrets: async (method) => {
      const { [`cred_${method.slice(5)}m`]: _, ...credentials } = now.credentials
      change({ ...now, credentials })
      return ok(undefined)
    },
    deleteConnection: async (id) => {
      const { [id]: _, ...connections } = now.connections
      change({ ...now, connections })
      return ok(undefined)
    },
    saveTestCredentials: async (connection, { origins, tokenOrigin }, secrets, keepOthers = false) => {
      if (refuse.credentials) return err(refuse.credentials)
      if (origins.length === 0) return err(problem('origins-invalid'))
      sealed.push({ connection, origins, secrets, keepOthers })
      const info: CredentialInfo = {
        id: `cred_${connection.slice(5)}` as CredentialId,
        owner: { kind: 'connection', connection },
        purpose: { kind: 'test-runner' },
        origins: [...origins],
        tokenOrigin,
        revision: sealed.length,
        fields: Object.keys(secrets),
        expiresAt: null,
        lastCheck: null,
        updatedAt: 0,
      }
      change({ ...now, credentials: put(now.credentials, info) })
      return ok(info)
    },
    check: async () => made.answer,
  }
  host.setWorkspace(start)
  const made: ConnectionHost = {
    ...host,
    ports: { ...host.ports, workspace },
    sealed,
    sealedMethods,
    refuse,
    workspaceNow: () => now,
    answer: { outcome: 'not-checkable', status: null, failure: null, stages: [] },
  }
  return made
}

/** Renders with the first document open, and gives back a person who uses the result. */
export async function openWorld(docs: readonly IntegrationDoc[], shown: ReactNode, host = connectionHost(docs)) {
  // At hand, as it is for a person who presses a chip some time after the page was drawn.
  await loadPickerParts()
  const [doc] = docs
  if (!doc) throw new Error('A world has a document')
  const workbench = accepted(await openWorkbench(host.ports, doc.id))
  const workspace = openWorkspace(host.ports, builtinConnectors)
  const user = userEvent.setup({ delay: null })
  const tree = (content: ReactNode) => (
    <TextsProvider i18n={createI18n('en')}>
      <WorkspaceProvider ports={host.ports} store={workspace.store}>
        <WorkbenchProvider store={workbench.store}>{content}</WorkbenchProvider>
        <ToastRegion />
      </WorkspaceProvider>
    </TextsProvider>
  )
  const view = render(tree(shown))
  const { store } = workbench
  return {
    host,
    user,
    store,
    /** Enters a text in the place of what is there, in one go. */
    put: async (field: HTMLElement, text: string) => {
      await user.clear(field)
      await user.click(field)
      await user.paste(text)
    },
    rerender: (content: ReactNode) => view.rerender(tree(content)),
    doc: () => store.getState().doc,
    /** The connection's stable key that a step uses by its slot. */
    usedBy: (name: string) => {
      const step = store.getState().doc.steps[stepId(name)]
      const slot = step && 'slot' in step && step.slot !== null ? store.getState().doc.slots[step.slot] : undefined
      return slot?.connection ?? null
    },
    undo: () => act(() => store.getState().undo()),
    redo: () => act(() => store.getState().redo()),
  }
}
