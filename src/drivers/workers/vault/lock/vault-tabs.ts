/** What the vault workers of a workspace's tabs tell each other. No key and no secret is ever among it. */
export type TabMessage =
  /** Forget the key. */
  | 'lock'
  /** What is stored was changed: the passphrase, how long it waits, or the whole vault. */
  | 'changed'
  /** Somebody did something in another tab. */
  | 'activity'

/** The vault workers of the other tabs; a test gives its own. */
export interface VaultTabs {
  readonly post: (message: TabMessage) => void
  readonly listen: (onMessage: (message: TabMessage) => void) => void
}

/** Reaches every tab of this origin that uses the same database. */
export function openVaultTabs(databaseName: string): VaultTabs {
  const channel = new BroadcastChannel(`patchbay.vault.${databaseName}`)
  return {
    post: (message) => channel.postMessage(message),
    listen: (onMessage) => channel.addEventListener('message', ({ data }: MessageEvent<TabMessage>) => onMessage(data)),
  }
}
