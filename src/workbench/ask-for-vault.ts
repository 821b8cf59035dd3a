import type { Problem, Result } from '#base'
import type { WorkbenchPorts } from './ports.ts'
import { vaultGateOf, type VaultGate } from './vault-gate.ts'

/** Where it is kept that the offer of a passphrase was answered. */
export const VAULT_OFFER = 'vault.offer'

type Outcome = Pick<Problem, 'code'> | null

/**
 * Does something that may need the vault unlocked. When it turns out to be locked the person is asked, and it is done
 * again; when they do not unlock it, its own answer stands. `problemOf` finds why it was refused.
 */
async function askWhenLocked<T>(
  gate: Pick<VaultGate, 'open'>,
  call: () => Promise<T>,
  problemOf: (answer: T) => Outcome,
): Promise<T> {
  let answer = await call()
  // Twice, because the answer may be faster than the news that it was locked.
  for (let round = 0; round < 2 && problemOf(answer)?.code === 'vault-locked'; round += 1) {
    if (!(await gate.open())) return answer
    answer = await call()
  }
  return answer
}

const errorOf = <T>(result: Result<T, Pick<Problem, 'code'>>): Outcome => (result.ok ? null : result.error)

/**
 * Ports that ask for the vault to be unlocked where they need it, so that no screen has to think of it; and that offer
 * a passphrase when the first credential is saved that is worth one. A run asks before it starts (`createRunSlice`).
 */
export function askForVault(ports: WorkbenchPorts): WorkbenchPorts {
  const { runner, workspace, consent, vault, preferences, demo } = ports
  const gate = vaultGateOf(vault)
  const demoOrigin = new URL(demo.baseUrl).origin
  const offerPassphrase = (origins: readonly string[]) => {
    // The demo API's key is public and protects nothing.
    const isDemo = origins.length > 0 && origins.every((origin) => origin === demoOrigin)
    if (isDemo || preferences.read(VAULT_OFFER) !== null) return
    if (gate.store.getState().status?.protection === 'device') gate.setOffered(true)
  }
  const sealing = async <T>(origins: readonly string[], save: () => Promise<Result<T, Problem>>) => {
    const saved = await askWhenLocked(gate, save, errorOf)
    if (saved.ok) offerPassphrase(origins)
    return saved
  }
  return {
    ...ports,
    runner: {
      ...runner,
      send: (request, connection) => askWhenLocked(gate, () => runner.send(request, connection), errorOf),
      signWebhook: (rawBody, connection) => askWhenLocked(gate, () => runner.signWebhook(rawBody, connection), errorOf),
    },
    consent: {
      ...consent,
      // What the provider gives is sealed when it comes back.
      begin: (connection) => askWhenLocked(gate, () => consent.begin(connection), errorOf),
      outcome: async (request) => {
        const outcome = await consent.outcome(request)
        if (outcome.ok) offerPassphrase([])
        return outcome
      },
    },
    workspace: {
      ...workspace,
      saveTestCredentials: (connection, bounds, ...rest) =>
        sealing(bounds.origins, () => workspace.saveTestCredentials(connection, bounds, ...rest)),
      deleteTestCredentials: (connection) =>
        askWhenLocked(gate, () => workspace.deleteTestCredentials(connection), errorOf),
      saveMethodSecrets: (method, origins, secrets) =>
        sealing(origins, () => workspace.saveMethodSecrets(method, origins, secrets)),
      deleteMethodSecrets: (method) => askWhenLocked(gate, () => workspace.deleteMethodSecrets(method), errorOf),
      deleteAuthMethod: (method) => askWhenLocked(gate, () => workspace.deleteAuthMethod(method), errorOf),
      check: (connection) =>
        askWhenLocked(
          gate,
          () => workspace.check(connection),
          ({ failure }) => failure,
        ),
    },
  }
}
