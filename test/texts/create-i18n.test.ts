import { createI18n, en, pseudoLocale } from '#texts'
import { describe, expect, it } from 'vitest'

describe('createI18n', () => {
  it('fills a sentence without escaping, because React escapes', () => {
    const { t } = createI18n('en')
    expect(t('home.useTemplate', { name: `Bob's <b> & co` })).toBe(`Use template Bob's <b> & co`)
  })

  it('does not compile with a wrong key or without the values a sentence needs', () => {
    const { t } = createI18n('en')
    // @ts-expect-error no such key
    t('home.nonsense')
    // @ts-expect-error the sentence needs `name`
    t('home.useTemplate')
    expect(t('home.title')).toBe('Integrations')
  })

  it('takes what a locale lacks from English', () => {
    const { t } = createI18n('de', { home: { title: 'Integrationen' } })
    expect(t('home.title')).toBe('Integrationen')
    expect(t('home.import')).toBe('Import')
  })

  it('keeps two translators apart', () => {
    const english = createI18n('en')
    const pseudo = createI18n('qps', pseudoLocale(en))
    expect(english.t('home.title')).toBe('Integrations')
    expect(pseudo.t('home.title')).toMatch(/^\[Íñţéğŕáţíöñš.*\]$/)
  })
})
