import '../without-eval.ts'
import { expose } from 'comlink'
import { createVaultWorker } from './create-vault-worker.ts'
import { openVaultTabs } from './lock/vault-tabs.ts'

expose(
  createVaultWorker({
    // Called as a function of its own: `fetch` must not be given another `this`.
    fetch: (input, init) => fetch(input, init),
    origin: self.location.origin,
    clock: () => Date.now(),
    openTabs: openVaultTabs,
  }),
)
