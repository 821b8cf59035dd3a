import { lazy, Suspense } from 'react'
import { useVault } from './use-vault.ts'

const UnlockDialog = lazy(async () => ({ default: (await import('./unlock-dialog.tsx')).UnlockDialog }))
const VaultDialog = lazy(async () => ({ default: (await import('./vault-dialog.tsx')).VaultDialog }))

/** Where the vault asks and is set up, over whatever is on the screen. Once per page. */
export function VaultHost() {
  const isAsked = useVault((state) => state.isAsked)
  const dialog = useVault((state) => state.dialog)
  return (
    <Suspense fallback={null}>
      {dialog !== null && <VaultDialog key={dialog} />}
      {isAsked && <UnlockDialog />}
    </Suspense>
  )
}
