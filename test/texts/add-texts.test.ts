import { addTexts, createI18n } from '#texts'
import { expect, it } from 'vitest'

const key = 'home.later' as 'home.title'

it('adds sentences to those there are, and changes none of them', () => {
  const i18n = createI18n('en')
  const before = i18n.t('home.title')
  addTexts(i18n, { home: { later: 'Later', title: 'Other' } })
  expect([i18n.t(key), i18n.t('home.title')]).toEqual(['Later', before])
})

it('adds to one translator only', () => {
  addTexts(createI18n('en'), { home: { later: 'Later' } })
  expect(createI18n('en').t(key)).toBe('home.later')
})
