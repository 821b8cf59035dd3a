import { Badge } from '#ui'
import { useFormTexts } from './field-words.ts'

/** Whether a secret is set, beside its label; what it is nobody is told. */
export function SecretState({ isSet }: { readonly isSet: boolean }) {
  const t = useFormTexts()
  return (
    <Badge tone={isSet ? 'success' : 'neutral'}>{t(isSet ? 'connections.secretSet' : 'connections.secretEmpty')}</Badge>
  )
}
