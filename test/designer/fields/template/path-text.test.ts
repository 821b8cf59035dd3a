import { expect, it } from 'vitest'
import { pathText } from '../../../../src/designer/fields/template/path-text.ts'

it.each([
  [['body', 'items', 0, 'name'], 'body.items[0].name'],
  [['first name', 'a.b'], '"first name"."a.b"'],
  [[2, 'x-y'], '[2].x-y'],
  [[], ''],
] as const)('writes %j as %s', (path, text) => {
  expect(pathText(path)).toBe(text)
})
