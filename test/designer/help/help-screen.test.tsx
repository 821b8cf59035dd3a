// @vitest-environment jsdom
import { createI18n, TextsProvider } from '#texts'
import { render, screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { HelpScreen } from '../../../src/designer/help/help-screen.tsx'
import { HELP_TOPICS } from '../../../src/designer/help/help-topic.ts'

const open = (topic: string) =>
  render(
    <TextsProvider i18n={createI18n('en')}>
      <HelpScreen topic={topic} />
    </TextsProvider>,
  )

it.each(HELP_TOPICS)('V50 the page about %s has a title, sections, and the way to the others', (topic) => {
  open(topic)
  const title = screen.getByRole('heading', { level: 1 }).textContent
  expect(screen.getAllByRole('heading', { level: 2 }).length).toBeGreaterThan(2)
  const links = within(screen.getByRole('navigation', { name: 'Topics' })).getAllByRole('link')
  expect(links.map((link) => link.getAttribute('href'))).toEqual(HELP_TOPICS.map((known) => `/help/${known}`))
  expect(links.find((link) => link.getAttribute('aria-current') === 'page')?.textContent).toBe(title)
  expect(document.title).toContain(title)
  // A key without its sentence would be shown as it is.
  expect(document.body.textContent).not.toMatch(/help\.[a-z-]+\./)
})

it('V50 says that a page is not there', () => {
  open('nothing')
  expect(screen.getByText('There is no such page')).toBeTruthy()
  expect(screen.queryByRole('article')).toBeNull()
})
