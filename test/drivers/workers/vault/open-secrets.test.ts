import type { ConnectionId, CredentialId } from '#domain'
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

  describe('and what signing made', () => {
    const api = 'conn_api0001' as ConnectionId
    const tokens = Array.from({ length: 50 }, (_, index) => ({
      value: `signed-token-${index}-of-many`,
      issuedAt: index,
    }))
    const last = tokens.slice(-1)

    function secretsWithTokens() {
      const secrets = createOpenSecrets()
      const letGo = secrets.retain()
      for (const token of tokens) secrets.addMade(api, 'key', token)
      const isKnown = ({ value }: { value: string }) => secrets.redactor().text(value) === REDACTED
      return { secrets, letGo, known: () => tokens.filter(isKnown) }
    }

    it('X10 know all of it while somebody redacts, and after that what is used again', () => {
      const { letGo, known } = secretsWithTokens()
      expect(known()).toEqual(tokens)
      letGo()
      expect(known()).toEqual(last)
    })

    it('X10 forget it when it is locked, as soon as nobody redacts', () => {
      const { secrets, letGo, known } = secretsWithTokens()
      secrets.forget()
      expect(known()).toEqual(tokens)
      letGo()
      expect(known()).toEqual([])
      const unheld = secretsWithTokens()
      unheld.letGo()
      unheld.secrets.forget()
      expect(unheld.known()).toEqual([])
    })

    it('V14 give the last token back for what it was made with, of the same connection, until it is locked', () => {
      const { secrets } = secretsWithTokens()
      expect(secrets.madeBy(api, 'key')).toEqual(last[0])
      expect(secrets.madeBy(api, 'other key')).toBeUndefined()
      expect(secrets.madeBy('conn_api0002' as ConnectionId, 'key')).toBeUndefined()
      secrets.addMade(api, 'other key', { value: 'another-signed-token', issuedAt: 99 })
      expect(secrets.madeBy(api, 'key')).toBeUndefined()
      // A run is under way, so it is redacted on; but nothing is signed with it any more.
      secrets.forget()
      expect(secrets.madeBy(api, 'other key')).toBeUndefined()
      expect(secrets.redactor().text('another-signed-token')).toBe(REDACTED)
    })

    it('are not gathered anew for a token that is known already', () => {
      const { secrets } = secretsWithTokens()
      const before = secrets.redactor()
      for (const token of tokens) secrets.addMade(api, 'key', token)
      expect(secrets.redactor()).toBe(before)
    })
  })
})
