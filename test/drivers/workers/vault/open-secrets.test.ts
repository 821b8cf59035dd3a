import type { CredentialId } from '#domain'
import { REDACTED } from '#vault'
import { describe, expect, it } from 'vitest'
import { createOpenSecrets } from '../../../../src/drivers/workers/vault/open-secrets.ts'

const SECRET = 'canary-4711-secret'

function secretsWithOne() {
  const secrets = createOpenSecrets()
  const open = () => secrets.add('cred_one0001' as CredentialId, 1, 'bearer', {}, { token: SECRET })
  open()
  return { secrets, open, shown: () => secrets.redactor().text(`it is ${SECRET}`) }
}

describe('open secrets', () => {
  it('X10 are forgotten when it is locked and nobody redacts with them', () => {
    const { secrets, shown } = secretsWithOne()
    expect(shown()).toBe(`it is ${REDACTED}`)
    secrets.forget()
    expect(shown()).toBe(`it is ${SECRET}`)
  })

  it('X10 are redacted until the last run under way has ended, and forgotten then', () => {
    const { secrets, shown } = secretsWithOne()
    const [endFirst, endSecond] = [secrets.retain(), secrets.retain()]
    secrets.forget()
    endFirst()
    endFirst()
    expect(shown()).toBe(`it is ${REDACTED}`)
    endSecond()
    expect(shown()).toBe(`it is ${SECRET}`)
  })

  it('stay when a run ends and nothing was locked, and are known again when they are opened again', () => {
    const { secrets, open, shown } = secretsWithOne()
    secrets.retain()()
    expect(shown()).toBe(`it is ${REDACTED}`)
    secrets.forget()
    open()
    expect(shown()).toBe(`it is ${REDACTED}`)
  })

  it('X10 know what signing made lately, until they are forgotten', () => {
    const secrets = createOpenSecrets()
    const tokens = Array.from({ length: 21 }, (_, index) => `signed-token-${index}-of-many`)
    for (const token of tokens) secrets.addMade([token])
    const shown = () => tokens.map((token) => secrets.redactor().text(token))
    expect(shown()).toEqual([tokens[0], ...Array<string>(20).fill(REDACTED)])
    secrets.forget()
    expect(shown()).toEqual(tokens)
  })
})
