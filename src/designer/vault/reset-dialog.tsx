import { problemText } from '#texts'
import { AlertDialog, Banner, showToast } from '#ui'
import { usePorts, useWorkspace } from '#workbench'
import { useState } from 'react'
import { useVaultTexts } from './use-vault-texts.ts'

/** Asks before everything sealed is deleted, and says how much that is. */
export function ResetDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useVaultTexts()
  const { vault } = usePorts()
  const count = useWorkspace(({ workspace }) => Object.keys(workspace.credentials).length)
  const [problem, setProblem] = useState<string | null>(null)
  const [isPending, setPending] = useState(false)
  const reset = async () => {
    setPending(true)
    const done = await vault.reset()
    setPending(false)
    if (!done.ok) {
      setProblem(problemText(t, done.error))
      return
    }
    showToast({ title: t('vault.wasReset') })
    onClose()
  }
  return (
    <AlertDialog
      title={t('vault.resetTitle')}
      isOpen
      onOpenChange={onClose}
      confirmLabel={t('vault.reset')}
      onConfirm={() => void reset()}
      isDanger
      isPending={isPending}
    >
      <div className="flex flex-col gap-2">
        <p className="font-medium text-strong">{t('vault.resetLost', { count })}</p>
        <p>{t('vault.resetKept')}</p>
        {problem !== null && <Banner tone="danger">{problem}</Banner>}
      </div>
    </AlertDialog>
  )
}
