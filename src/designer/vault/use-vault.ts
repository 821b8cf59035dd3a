import { usePorts, vaultGateOf, type VaultGate, type VaultGateState } from '#workbench'
import { useStore } from 'zustand'

/** The gate of the vault: for handlers. */
export const useVaultGate = (): VaultGate => vaultGateOf(usePorts().vault)

/** A part of what is shown of the vault. */
export const useVault = <T>(selector: (state: VaultGateState) => T): T => useStore(useVaultGate().store, selector)
