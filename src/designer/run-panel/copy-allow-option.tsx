import type { Failure } from '#domain'
import { useTranslation } from '#texts'
import { Button, showToast } from '#ui'

/** Offers the option with which the local server may call an address it refuses by default. */
export function CopyAllowOption({ failure }: { readonly failure: Failure }) {
  const { t } = useTranslation()
  const option = `--allow ${failure.params['host'] ?? ''}:${failure.params['port'] ?? ''}`
  return (
    <Button
      size="sm"
      onPress={() => void navigator.clipboard.writeText(option).then(() => showToast({ title: t('common.copied') }))}
    >
      {t('run.copyAllow')}
    </Button>
  )
}
