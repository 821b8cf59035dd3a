import { Eye, EyeOff } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from './icon-button.tsx'

/** Whether what is typed into a secret's field is shown, and the button that changes it. */
export function useReveal(): { readonly isShown: boolean; readonly button: ReactNode } {
  const { t } = useTranslation()
  const [isShown, setShown] = useState(false)
  return {
    isShown,
    button: (
      <IconButton
        size="xs"
        aria-label={t(isShown ? 'common.hideSecret' : 'common.showSecret')}
        onPress={() => setShown(!isShown)}
      >
        {isShown ? <EyeOff /> : <Eye />}
      </IconButton>
    ),
  }
}
