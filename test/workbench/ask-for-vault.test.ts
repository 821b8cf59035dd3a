import { err, ok, problem } from '#base'
import type { AuthMethodId, ConnectionId, Consent, CredentialInfo } from '#domain'
import { askForVault, vaultGateOf, VAULT_OFFER, type VaultGate, type WorkbenchPorts } from '#workbench'
import { describe, expect, it, vi } from 'vitest'
import { memoryHost } from '../fixtures/memory-ports.ts'
import { memoryVault } from '../fixtures/memory-vault.ts'

const PASSPHRASE = 'correct horse battery'
const CONNECTION = 'conn_sample1' as ConnectionId
const METHOD = 'auth_sample1' as AuthMethodId

/** Ports whose vault refuses while it is locked, as the real one does. */
function portsWith(vault = memoryVault()) {
  const host = memoryHost().ports
  const preferences = new Map<string, string>()
  const calls = { save: 0 }
  const locked = () => (vault.status().access === 'unlocked' ? null : problem('vault-locked'))
  const ports: WorkbenchPorts = {
    ...host,
    vault: vault.port,
    preferences: { read: (key) => preferences.get(key) ?? null, write: (key, value) => preferences.set(key, value) },
    workspace: {
      ...host.workspace,
      saveTestCredentials: async () => {
        calls.save += 1
        const refusal = locked()
        return refusal ? err(refusal) : ok({} as CredentialInfo)
      },
      saveMethodSecrets: async () => {
        const refusal = locked()
        return refusal ? err(refusal) : ok({} as CredentialInfo)
      },
      check: async () => ({ ...(await host.workspace.check(CONNECTION)), failure: failureOf(locked()) }),
    },
    consent: {
      ...host.consent,
      outcome: async (id) => (id === 'given' ? ok({} as Consent) : host.consent.outcome(id)),
    },
    runner: { ...host.runner, send: async () => err(failureOf(locked() ?? problem('timeout'))!) },
  }
  return { ports: askForVault(ports), gate: vaultGateOf(vault.port), vault, calls, preferences }
}

const failureOf = (found: ReturnType<typeof problem> | null) => found && { ...found, retryable: false }

const untilAsked = (gate: VaultGate) => vi.waitFor(() => expect(gate.store.getState().isAsked).toBe(true))

const save = (ports: WorkbenchPorts, origin: string) =>
  ports.workspace.saveTestCredentials(CONNECTION, { origins: [origin], tokenOrigin: null }, { apiKey: 'k' })

describe('ports that ask for the vault', () => {
  it('X10 save, test and ask for choices by themselves after it was unlocked', async () => {
    const asks = [
      async (ports: WorkbenchPorts) => (await save(ports, 'https://api.example.com')).ok,
      async (ports: WorkbenchPorts) => (await ports.workspace.saveMethodSecrets(METHOD, [], { clientSecret: 's' })).ok,
      async (ports: WorkbenchPorts) => (await ports.workspace.check(CONNECTION)).failure === null,
      async (ports: WorkbenchPorts) => {
        const sent = await ports.runner.send({} as never, {} as never)
        return !sent.ok && sent.error.code === 'timeout'
      },
    ]
    for (const ask of asks) {
      const { ports, gate, vault } = portsWith(memoryVault(PASSPHRASE))
      const asked = ask(ports)
      await untilAsked(gate)
      await vault.port.unlock(PASSPHRASE)
      expect(await asked).toBe(true)
    }
  })

  it('X10 give the refusal when the person does not unlock it', async () => {
    const { ports, gate, calls } = portsWith(memoryVault(PASSPHRASE))
    const saving = save(ports, 'https://api.example.com')
    await untilAsked(gate)
    gate.refuse()
    expect(await saving).toMatchObject({ ok: false, error: { code: 'vault-locked' } })
    expect(calls.save).toBe(1)
  })

  it('X10 offer a passphrase also with the tokens that a provider gave', async () => {
    const { ports, gate } = portsWith()
    await ports.consent.outcome('refused')
    expect(gate.store.getState().isOffered).toBe(false)
    await ports.consent.outcome('given')
    expect(gate.store.getState().isOffered).toBe(true)
  })

  it('X10 offer a passphrase with the first credential that is worth one, until it was answered', async () => {
    const { ports, gate, vault, preferences } = portsWith()
    const isOffered = () => gate.store.getState().isOffered
    await save(ports, 'http://localhost')
    expect(isOffered()).toBe(false)
    await save(ports, 'https://api.example.com')
    expect(isOffered()).toBe(true)
    await vault.port.setPassphrase(PASSPHRASE, null)
    expect(isOffered()).toBe(false)
    await save(ports, 'https://api.example.com')
    expect(isOffered()).toBe(false)
    await vault.port.removePassphrase(PASSPHRASE)
    preferences.set(VAULT_OFFER, 'answered')
    await save(ports, 'https://api.example.com')
    expect(isOffered()).toBe(false)
  })
})
