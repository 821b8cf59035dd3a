import { Banner, Button } from '#ui'
import { usePorts, VAULT_OFFER } from '#workbench'
import { useVaultGate } from './use-vault.ts'
import { useVaultTexts } from './use-vault-texts.ts'

/** The offer of a passphrase. Whatever the answer, it is not made again. */
export function OfferBanner() {
  const t = useVaultTexts()
  const { preferences } = usePorts()
  const gate = useVaultGate()
  const answer = () => {
    preferences.write(VAULT_OFFER, 'answered')
    gate.setOffered(false)
  }
  return (
    <Banner
      tone="info"
      title={t('vault.offer')}
      className="m-2"
      action={
        <>
          <Button size="sm" onPress={answer}>
            {t('vault.notNow')}
          </Button>
          <Button
            size="sm"
            variant="primary"
            onPress={() => {
              answer()
              gate.show('set-passphrase')
            }}
          >
            {t('vault.set')}
          </Button>
        </>
      }
    >
      {t('vault.offerWhy')}
    </Banner>
  )
}
