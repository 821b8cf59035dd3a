import { err, ok, problem } from '#base'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createVaultLink } from '../../../../src/drivers/workers/page/create-vault-link.ts'
import type { WorkerLike } from '../../../../src/drivers/workers/page/worker-link.ts'
import type { VaultStatus } from '../../../../src/drivers/workers/vault/lock/create-vault-lock.ts'
import { portWorker } from '../port-worker.ts'

const status = (access: VaultStatus['access']): VaultStatus => ({ protection: 'passphrase', access, idleMinutes: 15 })

const links: { dispose: () => void }[] = []
afterEach(() => {
  for (const link of links.splice(0)) link.dispose()
})

/** A link to workers that tell these states, one worker each, and a way to break the one there is. */
function linkTo(...states: readonly VaultStatus['access'][]) {
  const spawned: EventListener[] = []
  const touched: number[] = []
  const spawn = (): WorkerLike => {
    const number = spawned.length
    const worker = portWorker({
      open: () => (states.length === 0 ? err(problem('storage-failed')) : ok(undefined)),
      watchVault: (page: MessagePort) => page.postMessage(status(states[number] ?? 'locked')),
      touch: () => touched.push(number),
    })
    return {
      ...worker,
      addEventListener: (type, listener) => {
        if (type === 'error') spawned.push(listener)
        else worker.addEventListener(type, listener)
      },
    }
  }
  const link = createVaultLink(spawn, 'unused', null)
  links.push(link)
  return { link, touched, spawned, breakDown: (number: number) => spawned[number]?.(new Event('error')) }
}

describe('the status of the vault', () => {
  it('X10 is told to everybody who follows it, and of the next worker after one was lost', async () => {
    const { link, breakDown } = linkTo('unlocked', 'locked')
    const told: string[][] = [[], []]
    link.watch(({ access }) => told[0]?.push(access))
    await vi.waitFor(() => expect(told[0]).toEqual(['unlocked']))
    const stop = link.watch(({ access }) => told[1]?.push(access))
    expect(told[1]).toEqual(['unlocked'])
    stop()
    breakDown(0)
    await link.link()
    await vi.waitFor(() => expect(told[0]).toEqual(['unlocked', 'locked']))
    expect(told[1]).toEqual(['unlocked'])
  })

  it('X10 is that it is not there when its worker cannot be opened', async () => {
    const { link } = linkTo()
    const told: string[] = []
    link.watch(({ access }) => told.push(access))
    await vi.waitFor(() => expect(told).toEqual(['unavailable']))
  })

  it('X10 is not asked for by telling it something: that starts no worker', async () => {
    const { link, touched, spawned } = linkTo('unlocked')
    link.tell((service) => service.touch())
    expect(spawned).toEqual([])
    await link.link()
    link.tell((service) => service.touch())
    await vi.waitFor(() => expect(touched).toEqual([0]))
  })
})
