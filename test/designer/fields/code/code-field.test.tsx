// @vitest-environment jsdom
import '../editor-gaps.ts'
import { screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { CodeField } from '../../../../src/designer/fields/code/code-field.tsx'
import { loadCodeView } from '../../../../src/designer/fields/code/load-code-view.ts'
import { renderUi } from '../../../ui/render-ui.tsx'

// The editor is a large part, and a busy machine needs its time to load it.
vi.setConfig({ testTimeout: 60_000 })

const field = (
  <CodeField
    label="Message"
    language="template"
    text=""
    onText={() => undefined}
    faceOf={() => ({ label: '', title: '', isBroken: false })}
  />
)

it('gives way to the editor at once when that has loaded, so that nobody begins to type into what is about to go', async () => {
  renderUi(field)
  const plain = screen.getByRole('textbox', { name: 'Message' })
  expect(plain.tagName).toBe('INPUT')
  await loadCodeView()
  // Whoever gives it the focus now finds the editor in its place already.
  expect(plain.isConnected).toBe(false)
})
