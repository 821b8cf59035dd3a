import './dom-gaps.ts'
import { createI18n, TextsProvider } from '#texts'
import { cleanup, render } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { afterEach } from 'vitest'

afterEach(cleanup)

/** Renders inside the English texts and gives back a person who uses the result. */
export function renderUi(children: ReactNode) {
  const i18n = createI18n('en')
  const user = userEvent.setup()
  const wrap = (content: ReactNode) => <TextsProvider i18n={i18n}>{content}</TextsProvider>
  const view = render(wrap(children))
  return { user, rerender: (content: ReactNode) => view.rerender(wrap(content)) }
}
