// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { PickerBody } from '../../../../src/designer/fields/picker/picker-body.tsx'
import type { FieldScope } from '../../../../src/designer/fields/scope/field-scope.ts'
import { stepId } from '../../../fixtures/doc-builder.ts'
import { renderUi } from '../../../ui/render-ui.tsx'

afterEach(() => {
  vi.unstubAllGlobals()
})

const scope: FieldScope = {
  sources: [
    { step: stepId('Trigger'), name: 'Trigger', icon: 'box', as: 'result', value: {}, from: 'run' },
    { step: stepId('Make'), name: 'Make', icon: 'box', as: 'result', value: { total: 20 }, from: 'run' },
  ],
  variables: [],
  nameOf: () => null,
}

/** What the browser does when somebody types: all at once, before React has drawn anything of lower priority. */
function enterText(box: HTMLInputElement, text: string) {
  // React remembers what it set itself, and takes only another way of setting it for a person's.
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(box, text)
  box.dispatchEvent(new InputEvent('input', { bubbles: true }))
}

it('takes what was typed on Enter, also while the list still shows what an earlier letter found', async () => {
  const onPick = vi.fn()
  const { user } = renderUi(<PickerBody scope={scope} onPick={onPick} />)
  const box = screen.getByRole<HTMLInputElement>('searchbox')
  await user.type(box, 't')
  expect(screen.getAllByRole('row')[0]?.textContent).toContain('Trigger')
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', false)
  enterText(box, 'total')
  await Promise.resolve()
  expect(screen.getAllByRole('row')[0]?.textContent).toContain('Trigger')
  box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
  expect(onPick).toHaveBeenCalledExactlyOnceWith({ kind: 'reference', step: stepId('Make'), path: ['total'] })
})
