// @vitest-environment jsdom
import { createI18n, lateFailures, textOf, TextsProvider, useTranslation } from '#texts'
import { render, screen, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'

function Title() {
  const { t } = useTranslation()
  return <h1>{t('failures.title')}</h1>
}

it('shows the page at once, and then loads the sentences of failures that are seldom met', async () => {
  const i18n = createI18n('en')
  const key = 'failures.webhook-signature-mismatch.fix'
  expect(textOf(i18n.t, key)).toBe(key)
  render(
    <TextsProvider i18n={i18n}>
      <Title />
    </TextsProvider>,
  )
  expect(screen.getByRole('heading').textContent).toBe('Why it failed')
  await waitFor(() => expect(textOf(i18n.t, key)).toBe(lateFailures['webhook-signature-mismatch'].fix))
  // What was there stays.
  expect(i18n.t('failures.title')).toBe('Why it failed')
})

function Failure({ name }: { readonly name: string }) {
  const { t } = useTranslation()
  return <p>{textOf(t, name)}</p>
}

it('draws what was drawn before the sentences came again with them', async () => {
  const name = 'failures.webhook-signature-mismatch.fix'
  render(
    <TextsProvider i18n={createI18n('en')}>
      <Failure name={name} />
    </TextsProvider>,
  )
  expect(screen.getByRole('paragraph').textContent).toBe(name)
  await screen.findByText(lateFailures['webhook-signature-mismatch'].fix)
})
