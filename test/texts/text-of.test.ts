import { createI18n, problemText, textOf } from '#texts'
import { describe, expect, it } from 'vitest'

const { t } = createI18n('en')

describe('textOf', () => {
  it('translates a key and fills it', () => {
    expect(textOf(t, 'home.title')).toBe('Integrations')
    expect(textOf(t, 'home.useTemplate', { name: 'Sync' })).toBe('Use template Sync')
  })

  it.each(['List pets', 'Widgets: all {{them}}', 'home', 'home.', 'v2.list', '$t(home.title)', ''])(
    'leaves plain text as it is: %j',
    (text) => expect(textOf(t, text, { them: 'x' })).toBe(text),
  )
})

describe('problemText', () => {
  it('names a code that has no sentence yet', () => {
    expect(problemText(t, { code: 'no-such-code', params: {} })).toBe('Something went wrong (no-such-code).')
  })

  it('fills the sentence of a code with its params', () => {
    const german = createI18n('de', { problems: { 'too-long': '{{name}} ist länger als {{limit}} Zeichen.' } })
    expect(problemText(german.t, { code: 'too-long', params: { name: 'URL', limit: 10 } })).toBe(
      'URL ist länger als 10 Zeichen.',
    )
  })
})
