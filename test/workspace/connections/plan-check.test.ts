import { formProblems } from '#texts'
import { expect, it } from 'vitest'
import { planCheck } from '../../../src/workspace/connections/plan-check.ts'

const planned = (path: string, method = 'GET') => {
  const result = planCheck({ method, path })
  return result.ok ? result.value : result.error.map(({ code, at }) => `${at['field']} ${code}`)
}

it('Test connection: no method of its own means what the connector declares', () => {
  expect(planned('/me', '')).toBeNull()
})

it.each(['', '/', '/me', 'me?fields=id,name&x=%20', '/v1/a.b/..c', '/users/@me'])(
  'Test connection: %j is a path below the base URL',
  (path) => expect(planned(` ${path} `)).toEqual({ method: 'GET', path }),
)

it.each([
  ['check-path-origin', ['https://evil.test/', '//evil.test', 'javascript:alert(1)', 'HTTP:evil']],
  ['check-path-characters', ['/a b', '/a\nHost: x', '/a\u0000', '/a\\b', '/a#b', '/\tx']],
  ['check-path-escapes', ['..', '/../admin', '/a/../../b', '/%2e%2e/admin', '/.%2E/admin']],
] as const)('Test connection: %s is told beside the path', (code, paths) => {
  for (const path of paths) expect(planned(path)).toEqual([`check.path ${code}`])
  expect(formProblems[code].length).toBeGreaterThan(10)
})
