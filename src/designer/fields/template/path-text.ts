import type { JsonPath } from '#base'

/** A path as a person reads it: `body.items[0].name`, keys with other characters in quotes. */
export function pathText(path: JsonPath): string {
  return path
    .map((key, index) => {
      if (typeof key === 'number') return `[${key}]`
      const name = /^[^\s.[\]"]+$/.test(key) ? key : JSON.stringify(key)
      return index === 0 ? name : `.${name}`
    })
    .join('')
}
