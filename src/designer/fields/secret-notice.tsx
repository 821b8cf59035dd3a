import type { InputValue } from '#domain'
import { useTranslation } from '#texts'
import { Button } from '#ui'
import { KeyRound } from 'lucide-react'
import { secretInValue, type SecretLook } from './secret-literal.ts'

/** Recognises a key that was typed into an input, and offers to make it a connection. */
export function SecretNotice(props: {
  readonly name: string
  readonly value: InputValue | undefined
  readonly onMakeConnection?: ((look: SecretLook) => void) | undefined
}) {
  const { t } = useTranslation()
  const { onMakeConnection } = props
  const look = secretInValue(props.value, props.name)
  if (look === null) return null
  return (
    <div
      role="status"
      className="flex flex-col items-start gap-1.5 rounded-md border border-warning-line bg-warning-soft p-2 text-xs"
    >
      <p className="flex items-start gap-1.5 text-pretty">
        <KeyRound aria-hidden className="mt-0.5 size-3.5 shrink-0 text-warning" />
        <span>
          {t(`fields.secret.${look}`)} {t('fields.secret.advice')}
        </span>
      </p>
      {onMakeConnection && (
        <Button size="sm" onPress={() => onMakeConnection(look)}>
          {t('fields.secret.makeConnection')}
        </Button>
      )}
    </div>
  )
}
