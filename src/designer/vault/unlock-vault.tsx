import { useTranslation } from '#texts'
import { Button } from '#ui'
import { useVaultGate } from './use-vault.ts'

/** Asks for the passphrase after a run was refused for the lack of it. */
export function UnlockVault() {
  const { t } = useTranslation()
  const gate = useVaultGate()
  return (
    <Button size="sm" variant="primary" onPress={() => void gate.open()}>
      {t('vault.unlock')}
    </Button>
  )
}
