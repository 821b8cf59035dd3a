// @vitest-environment jsdom
import './editor-gaps.ts'
import { ok } from '#base'
import { literal, type InputValue } from '#domain'
import { screen } from '@testing-library/react'
import { useState } from 'react'
import { expect, it, vi } from 'vitest'
import { loadCodeView } from '../../../src/designer/fields/code/load-code-view.ts'
import type { ChoicesAnswer } from '../../../src/designer/fields/field-context.ts'
import { LoadedChoiceEditor } from '../../../src/designer/fields/loaded-choice-editor.tsx'
import { EMPTY_SCOPE } from '../../../src/designer/fields/scope/field-scope.ts'
import { renderUi } from '../../ui/render-ui.tsx'

// Real editors in a busy machine need their time.
vi.setConfig({ testTimeout: 60_000 })

function Editor(props: {
  readonly loadChoices: () => Promise<ChoicesAnswer>
  readonly onValue: (value: InputValue | null) => void
}) {
  const [value, setValue] = useState<InputValue | null>(null)
  return (
    <LoadedChoiceEditor
      label="Region"
      spec={{ required: true }}
      scope={EMPTY_SCOPE}
      isReadOnly={false}
      value={value ?? undefined}
      onChange={(next) => {
        setValue(next)
        props.onValue(next)
        return ok(undefined)
      }}
      loadChoices={props.loadChoices}
    />
  )
}

/** Renders the editor; `asked` counts the questions, `value` is what was entered last. */
function renderEditor(...answers: readonly ChoicesAnswer[]) {
  const seen: { asked: number; value: InputValue | null } = { asked: 0, value: null }
  const loadChoices = async (): Promise<ChoicesAnswer> => {
    seen.asked += 1
    return answers[seen.asked - 1] ?? { ok: false, sentence: 'Asked too often' }
  }
  const onValue = (value: InputValue | null) => {
    seen.value = value
  }
  return { seen, ...renderUi(<Editor loadChoices={loadChoices} onValue={onValue} />) }
}

const REGIONS: ChoicesAnswer = {
  ok: true,
  choices: [
    { value: 1, label: 'North' },
    { value: 2, label: 'South' },
  ],
}

it('asks once it is opened, shows the labels and enters the values', async () => {
  const { user, seen } = renderEditor(REGIONS)
  expect(seen.asked).toBe(0)
  await user.click(screen.getByRole('button', { name: /Region/ }))
  await user.click(await screen.findByRole('option', { name: 'South' }))
  expect(seen).toEqual({ asked: 1, value: literal(2) })
  expect(screen.getByRole('button', { name: /Region/ }).textContent).toContain('South')
})

it('says why there are no choices, lets the value be typed, and asks again', async () => {
  await loadCodeView()
  const { user, seen } = renderEditor({ ok: false, sentence: 'Choose a connection' }, REGIONS)
  await user.click(screen.getByRole('button', { name: /Region/ }))
  expect(await screen.findByText('Choose a connection')).toBeTruthy()
  await user.click(screen.getByRole('textbox', { name: 'Region' }))
  await user.keyboard('eu')
  expect(seen.value).toEqual(literal('eu'))
  await user.click(screen.getByRole('button', { name: 'Ask again' }))
  expect((await screen.findByRole('button', { name: /Region/ })).textContent).toContain('Not one of the choices: eu')
  expect(seen.asked).toBe(2)
})
