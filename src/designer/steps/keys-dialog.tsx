import { addTexts, keys, useTranslation, type TFunction } from '#texts'
import { Dialog, Kbd, Switch } from '#ui'
import { usePorts } from '#workbench'
import { useState } from 'react'
import { areSingleKeysOn, setSingleKeys } from './single-keys.ts'
import { useStepSessionStore } from './step-session.ts'

type Words = keyof typeof keys
/** What something does, and the keys of which any does it. */
type Row = readonly [words: Words, ...ways: readonly (readonly string[])[]]

const EVERYWHERE: readonly Row[] = [
  ['shown', ['?']],
  ['undo', ['mod', 'Z']],
  ['redo', ['mod', 'Shift', 'Z']],
  ['save', ['mod', 'S']],
  ['run', ['mod', 'Enter']],
]

const STEPS: readonly Row[] = [
  ['walk', ['↓'], ['↑'], ['→'], ['←']],
  ['extend', ['Shift', '↓']],
  ['all', ['mod', 'A']],
  ['none', ['Esc']],
  ['settings', ['Enter']],
  ['add', ['A']],
  ['connection', ['C']],
  ['rename', ['F2']],
  ['disable', ['D']],
  ['pin', ['P']],
  ['delete', ['Del']],
  ['duplicate', ['mod', 'D']],
  ['copy', ['mod', 'C'], ['mod', 'X'], ['mod', 'V']],
  ['move', ['Alt', '↑'], ['Alt', '↓'], ['Alt', '←'], ['Alt', '→']],
  ['menu', ['Shift', 'F10']],
]

/** Every key of the designer, and whether letters alone are among them. */
export function KeysDialog() {
  const { t, i18n } = useTranslation()
  addTexts(i18n, { keys })
  const session = useStepSessionStore()
  const { preferences } = usePorts()
  const [isOn, setOn] = useState(() => areSingleKeysOn(preferences))
  return (
    <Dialog title={t('keys.title')} isOpen isDismissable onOpenChange={() => session.setState({ dialog: null })}>
      <div className="flex flex-col gap-4">
        <Keys title={t('keys.everywhere')} rows={EVERYWHERE} t={t} />
        <Keys title={t('keys.steps')} rows={STEPS} t={t} />
        <Switch
          label={t('keys.single')}
          description={t('keys.singleWhy')}
          isSelected={isOn}
          onChange={(next) => {
            setOn(next)
            setSingleKeys(preferences, next)
          }}
        />
      </div>
    </Dialog>
  )
}

function Keys({ title, rows, t }: { readonly title: string; readonly rows: readonly Row[]; readonly t: TFunction }) {
  return (
    <section aria-label={title} className="flex flex-col gap-1">
      <h3 className="text-sm font-medium text-strong">{title}</h3>
      <dl className="grid grid-cols-[1fr_auto] items-center gap-x-4 gap-y-1 text-sm">
        {rows.map(([words, ...ways]) => (
          <div key={words} className="contents">
            <dt className="text-muted">{t(`keys.${words}`)}</dt>
            <dd className="flex flex-wrap justify-end gap-2">
              {ways.map((way) => (
                <Kbd key={way.join()} keys={way} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
