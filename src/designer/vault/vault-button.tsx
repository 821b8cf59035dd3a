import { useTranslation } from '#texts'
import { Button, IconButton } from '#ui'
import { LockKeyhole, Shield } from 'lucide-react'
import { useVault, useVaultGate } from './use-vault.ts'

/** Says whether the vault is locked; unlocks it, or opens its settings. */
export function VaultButton({ isNarrow = false }: { readonly isNarrow?: boolean }) {
  const { t } = useTranslation()
  const gate = useVaultGate()
  const isLocked = useVault(({ status }) => status?.access === 'locked')
  const label = t(isLocked ? 'vault.locked' : 'vault.title')
  const icon = isLocked ? <LockKeyhole /> : <Shield />
  const open = () => {
    if (isLocked) void gate.open()
    else gate.show('settings')
  }
  return isNarrow ? (
    <IconButton aria-label={label} onPress={open}>
      {icon}
    </IconButton>
  ) : (
    <Button variant="quiet" icon={icon} aria-label={label} onPress={open}>
      <span className="max-md:hidden">{label}</span>
    </Button>
  )
}
