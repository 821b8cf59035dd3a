import { createStore, type StoreApi } from 'zustand'
import type { VaultPort, VaultStatus } from './vault-port.ts'

/** What of the vault is on the screen. */
export interface VaultGateState {
  /** Null until the vault has answered. */
  readonly status: VaultStatus | null
  /** Somebody waits for it to be unlocked. */
  readonly isAsked: boolean
  /** The vault's own dialog: its settings, or setting a passphrase at once. */
  readonly dialog: 'settings' | 'set-passphrase' | null
  /** A credential worth a passphrase was saved. */
  readonly isOffered: boolean
}

/** Between whoever needs the vault unlocked and the person who can unlock it. */
export interface VaultGate {
  readonly store: StoreApi<VaultGateState>
  /** Whether nothing has to be asked; false while nothing is known. One that is not there says so when it is used. */
  readonly isOpen: () => boolean
  /** Resolves when it is unlocked: asks the person when it is locked. `false`: they did not. */
  readonly open: () => Promise<boolean>
  /** The person does not want to unlock it now. */
  readonly refuse: () => void
  readonly show: (dialog: VaultGateState['dialog']) => void
  readonly setOffered: (isOffered: boolean) => void
}

function createVaultGate(port: VaultPort): VaultGate {
  const store = createStore<VaultGateState>()(() => ({ status: null, isAsked: false, dialog: null, isOffered: false }))
  const waiting = new Set<(isUnlocked: boolean) => void>()
  const settle = (isUnlocked: boolean) => {
    store.setState({ isAsked: false })
    for (const resolve of waiting) resolve(isUnlocked)
    waiting.clear()
  }
  const wait = () => new Promise<boolean>((resolve) => waiting.add(resolve))

  const isOpen = () => ['unlocked', 'unavailable'].includes(store.getState().status?.access ?? '')

  // Lives as long as the page, as the vault does.
  port.watch((status) => {
    store.setState({ status })
    if (status.protection === 'passphrase') store.setState({ isOffered: false })
    if (isOpen()) settle(true)
    else if (waiting.size > 0) store.setState({ isAsked: true })
  })

  return {
    store,
    isOpen,
    open: () => {
      if (isOpen()) return Promise.resolve(true)
      // Until it has answered there is nothing to ask: it may be unlocked.
      if (store.getState().status !== null) store.setState({ isAsked: true })
      return wait()
    },
    refuse: () => settle(false),
    show: (dialog) => store.setState({ dialog }),
    setOffered: (isOffered) => store.setState({ isOffered }),
  }
}

const gates = new WeakMap<VaultPort, VaultGate>()

/** The gate of a vault; there is one for each, made when it is first asked for. */
export function vaultGateOf(port: VaultPort): VaultGate {
  const gate = gates.get(port) ?? createVaultGate(port)
  gates.set(port, gate)
  return gate
}
