import type { Problem, Result } from '#base'
import { problemText } from '#texts'
import { usePorts } from '#workbench'
import { useRef, useState, type RefObject } from 'react'
import { passphraseStrength, SHORTEST_PASSPHRASE } from './passphrase-strength.ts'
import { useVaultTexts } from './use-vault-texts.ts'

export type PassphraseTask = 'set' | 'change' | 'remove'

type FieldName = 'present' | 'next' | 'repeat'

/** What is typed; kept in this form alone, and gone with it. */
export interface PassphraseForm {
  readonly typed: Readonly<Record<FieldName, string>>
  readonly errors: Readonly<Partial<Record<FieldName, string>>>
  /** What is wrong, where it is not about a field. */
  readonly problem: Problem | null
  readonly isPending: boolean
  readonly fields: Readonly<Record<FieldName, RefObject<HTMLInputElement | null>>>
  readonly type: (name: FieldName, text: string) => void
  readonly submit: () => Promise<void>
}

const EMPTY = { present: '', next: '', repeat: '' }

/** Does what the task says with what is typed. A wrong passphrase is selected, so that the next one replaces it. */
export function usePassphraseForm(task: PassphraseTask, onDone: () => void): PassphraseForm {
  const t = useVaultTexts()
  const { vault } = usePorts()
  const [typed, setTyped] = useState(EMPTY)
  const [errors, setErrors] = useState<PassphraseForm['errors']>({})
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isPending, setPending] = useState(false)
  const fields = {
    present: useRef<HTMLInputElement>(null),
    next: useRef<HTMLInputElement>(null),
    repeat: useRef<HTMLInputElement>(null),
  }

  const refuse = (name: FieldName, sentence: string) => {
    setErrors({ [name]: sentence })
    fields[name].current?.focus()
    fields[name].current?.select()
  }
  const ask = (): Promise<Result<void, Problem>> =>
    task === 'remove'
      ? vault.removePassphrase(typed.present)
      : vault.setPassphrase(typed.next, task === 'set' ? null : typed.present)

  const submit = async () => {
    if (isPending) return
    setProblem(null)
    if (task !== 'remove') {
      const isShort = passphraseStrength(typed.next) === 'short'
      if (isShort) return refuse('next', t('vault.strength.short', { limit: SHORTEST_PASSPHRASE }))
      if (typed.next !== typed.repeat) return refuse('repeat', t('vault.differs'))
    }
    setPending(true)
    const done = await ask()
    setPending(false)
    if (done.ok) return onDone()
    if (done.error.code === 'wrong-passphrase') refuse('present', problemText(t, done.error))
    else setProblem(done.error)
  }

  return {
    typed,
    errors,
    problem,
    isPending,
    fields,
    type: (name, text) => {
      setTyped((before) => ({ ...before, [name]: text }))
      setErrors({})
    },
    submit,
  }
}
