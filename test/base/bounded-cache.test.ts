import { createBoundedCache } from '#base'
import { expect, it } from 'vitest'

it('computes once, and forgets what was used longest ago', () => {
  const computed: string[] = []
  const cache = createBoundedCache<string>(2)
  const get = (key: string) =>
    cache.get(key, () => {
      computed.push(key)
      return key.toUpperCase()
    })
  expect(['a', 'b', 'a', 'c', 'a', 'b'].map(get)).toEqual(['A', 'B', 'A', 'C', 'A', 'B'])
  expect(computed).toEqual(['a', 'b', 'c', 'b'])
  expect(cache.size()).toBe(2)
})
