import { describe, expect, it } from 'vitest'
import { needsPreflight, originVerdict, preflightVerdict } from '../../src/relay/cors-verdict.ts'

const origin = 'http://localhost:4400'
const allowing = (more: Readonly<Record<string, string>> = {}) => ({ 'access-control-allow-origin': '*', ...more })

describe('needsPreflight', () => {
  it.each([
    ['GET', ['Accept', 'Accept-Language'], false],
    ['POST', [], false],
    ['GET', ['Authorization'], true],
    ['POST', ['Content-Type'], true],
    ['PATCH', [], true],
    ['DELETE', [], true],
  ])('%s with %j: %s', (method, headerNames, expected) => {
    expect(needsPreflight({ method, headerNames })).toBe(expected)
  })
})

describe('originVerdict', () => {
  it.each([
    [undefined, 'no-allow-origin'],
    ['*', null],
    [origin, null],
    ['http://localhost:4401', 'other-origin'],
    ['HTTP://LOCALHOST:4400', 'other-origin'],
    ['null', 'other-origin'],
    [`${origin}, *`, 'other-origin'],
  ])('%s gives %s', (value, expected) => {
    expect(originVerdict(value === undefined ? {} : { 'access-control-allow-origin': value }, origin)).toBe(expected)
  })
})

describe('preflightVerdict', () => {
  const judge = (
    status: number,
    headers: Readonly<Record<string, string>>,
    method = 'PATCH',
    headerNames = ['X-Key'],
  ) => preflightVerdict(status, headers, { origin, method, headerNames })
  const methods = { 'access-control-allow-methods': 'GET, PATCH' }

  it('lets pass what the answer names, header names in any case', () => {
    expect(judge(204, allowing({ ...methods, 'access-control-allow-headers': 'Accept, x-KEY' }))).toBeNull()
    expect(
      judge(200, allowing({ 'access-control-allow-methods': '*', 'access-control-allow-headers': '*' })),
    ).toBeNull()
  })

  it('asks no permission for the methods every page may use', () => {
    expect(judge(204, allowing({ 'access-control-allow-headers': 'x-key' }), 'POST')).toBeNull()
  })

  it('says what is missing', () => {
    expect(judge(204, methods)).toBe('no-allow-origin')
    expect(judge(404, allowing())).toBe('preflight-status')
    expect(judge(301, allowing())).toBe('preflight-status')
    expect(judge(204, allowing({ 'access-control-allow-methods': 'patch' }))).toBe('method')
    expect(judge(204, allowing(methods))).toBe('header')
  })

  it('does not let the asterisk stand for Authorization', () => {
    const headers = allowing({ ...methods, 'access-control-allow-headers': '*' })
    expect(judge(204, headers, 'PATCH', ['Authorization'])).toBe('header')
  })
})
