import { createRedactor, formsOf } from '#vault'
import { expect, it } from 'vitest'

const SECRET = 'k3y-"é+/%-0123456789'

it('X10 knows a secret that was read in the wrong character set, either way', () => {
  const utf8AsLatin1 = Buffer.from(SECRET, 'utf8').toString('latin1')
  const latin1AsUtf8 = Buffer.from(SECRET, 'latin1').toString('utf8')
  expect(formsOf(SECRET)).toEqual(expect.arrayContaining([utf8AsLatin1, latin1AsUtf8]))
  const redactor = createRedactor([{ values: [SECRET], fields: [] }])
  expect(JSON.stringify(redactor.json({ echoed: `a ${utf8AsLatin1} b ${latin1AsUtf8}` }))).not.toContain('0123456789')
})

it('X10 knows a secret in JSON, in JSON as text in JSON, and both of them in a URL', () => {
  const json = JSON.stringify({ key: SECRET })
  const nested = JSON.stringify({ body: json })
  const redactor = createRedactor([{ values: [SECRET], fields: [] }])
  for (const text of [json, nested, encodeURIComponent(json), encodeURIComponent(nested)]) {
    expect(redactor.text(text)).not.toContain('0123456789')
  }
})
