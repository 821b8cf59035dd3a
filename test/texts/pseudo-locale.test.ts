import { pseudoLocale } from '#texts'
import { expect, it } from 'vitest'

it('accents and lengthens every sentence and leaves what the program fills in', () => {
  expect(pseudoLocale({ home: { count_one: '{{count}} step', help: 'See <b>more</b>' } })).toEqual({
    home: {
      count_one: expect.stringMatching(/^\[\{\{count\}\} šţéþ( ~)+\]$/),
      help: expect.stringContaining('<b>ɱöŕé</b>'),
    },
  })
})
