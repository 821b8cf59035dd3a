/** The vault as every screen shows it; `vault-dialogs.ts` has the rest. */
export const vault = {
  title: 'Vault',
  locked: 'Vault locked',
  unlock: 'Unlock',
} as const
