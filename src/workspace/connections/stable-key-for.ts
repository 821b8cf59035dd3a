import { StableKey } from '#domain'

const MAX_LENGTH = 48

/** `Größe & Co.` → `grosse-co`; `connection` where nothing of a name can be kept. */
function slugOf(name: string): string {
  const plain = name
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase()
  const slug = plain
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, MAX_LENGTH)
    .replace(/-+$/, '')
  return slug === '' ? 'connection' : slug
}

/** A stable key that reads like a name and that no other connection has; a number makes it unique. */
export function stableKeyFor(name: string, taken: ReadonlySet<string>): StableKey {
  const slug = slugOf(name)
  let key = slug
  for (let number = 2; taken.has(key); number += 1) key = `${slug}-${number}`
  return StableKey.parse(key)
}
