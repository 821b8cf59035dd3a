import { lazy, Suspense } from 'react'
import { useVault } from './use-vault.ts'

const OfferBanner = lazy(async () => ({ default: (await import('./offer-banner.tsx')).OfferBanner }))

/** Offers a passphrase once there is something worth one; in nobody's way. */
export function VaultOffer() {
  const isOffered = useVault((state) => state.isOffered)
  return isOffered ? (
    <Suspense fallback={null}>
      <OfferBanner />
    </Suspense>
  ) : null
}
