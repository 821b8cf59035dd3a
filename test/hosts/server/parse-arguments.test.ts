import { describe, expect, it } from 'vitest'
import { parseArguments } from '../../../src/hosts/server/parse-arguments.ts'

describe('parseArguments', () => {
  it('serves on 4400 with nothing allowed unless told otherwise', () => {
    expect(parseArguments([])).toEqual({
      ok: true,
      value: { kind: 'serve', port: 4400, allow: [], trust: [], app: null },
    })
  })

  it('reads port, directory and every --allow, in the spelling of URLs', () => {
    const args = ['--port', '5000', '--app', 'x', '--allow', 'LocalHost:4010', '--allow=[::1]:80', '--allow', '127.1:9']
    expect(parseArguments(args)).toEqual({
      ok: true,
      value: { kind: 'serve', port: 5000, allow: ['localhost:4010', '[::1]:80', '127.0.0.1:9'], trust: [], app: 'x' },
    })
  })

  it('shows help when asked, whatever else is said', () => {
    expect(parseArguments(['--help', '--port', 'x'])).toEqual({ ok: true, value: { kind: 'help' } })
  })

  it.each(['65536', '-1', '80.5', 'http', ''])('refuses port %j', (given) => {
    expect(parseArguments([`--port=${given}`])).toEqual({ ok: false, error: { code: 'bad-port', given } })
  })

  it.each([
    'localhost',
    'localhost:',
    ':80',
    'localhost:0',
    'localhost:99999',
    'http://localhost:80',
    'localhost:80/x',
    '*:80 x',
    'a@b:80',
    '::1:80',
  ])('refuses --allow %s', (given) => {
    expect(parseArguments([`--allow=${given}`])).toEqual({ ok: false, error: { code: 'bad-allow', given } })
  })

  it.each([['--nothing'], ['4400'], ['--port']])('refuses %s', (argument) => {
    expect(parseArguments([argument])).toMatchObject({ ok: false, error: { code: 'unknown-argument' } })
  })
})
