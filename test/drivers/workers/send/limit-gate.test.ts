import { NO_LIMITS, type ConnectionLimits } from '#domain'
import { describe, expect, it } from 'vitest'
import { createLimitGate, type WaitReason } from '../../../../src/drivers/workers/send/limit-gate.ts'
import { handTimers, settle } from './hand-timers.ts'

/** A gate, and when who came in by which name. */
function gateWith(limits: Partial<ConnectionLimits>) {
  const timers = handTimers()
  const gate = createLimitGate(timers)
  const entered: string[] = []
  const refused: string[] = []
  const waits: [string, number, WaitReason][] = []
  const ask = (
    name: string,
    options: { isFirst?: boolean; limits?: Partial<ConnectionLimits>; longestPauseMs?: number } = {},
  ) => {
    const controller = new AbortController()
    const entrance = {
      limits: { ...NO_LIMITS, ...limits, ...options.limits },
      signal: controller.signal,
      onWait: (milliseconds: number, why: WaitReason) => waits.push([name, milliseconds, why]),
      isFirst: options.isFirst ?? false,
      longestPauseMs: options.longestPauseMs ?? 60_000,
    }
    void gate.enter(entrance).then((isIn) => (isIn ? entered : refused).push(isIn ? `${name}@${timers.now()}` : name))
    return () => controller.abort()
  }
  return { gate, timers, ask, entered, refused, waits }
}

describe('createLimitGate', () => {
  it('Limits: without any, requests go at once and nothing is left to wait for', async () => {
    const { ask, entered, waits, timers } = gateWith({})
    for (const name of ['a', 'b', 'c']) ask(name)
    await settle()
    expect(entered).toEqual(['a@0', 'b@0', 'c@0'])
    expect(waits).toEqual([])
    expect(timers.pending()).toBe(0)
  })

  it('Limits: no more than so many are under way, and they come in order', async () => {
    const { gate, ask, entered } = gateWith({ concurrent: 2 })
    for (const name of ['a', 'b', 'c', 'd']) ask(name)
    await settle()
    expect(entered).toEqual(['a@0', 'b@0'])
    gate.leave()
    await settle()
    expect(entered).toEqual(['a@0', 'b@0', 'c@0'])
    gate.leave()
    gate.leave()
    await settle()
    expect(entered).toEqual(['a@0', 'b@0', 'c@0', 'd@0'])
  })

  it('Limits: requests per second are spaced evenly, and each is told how long it waits', async () => {
    const { ask, entered, timers, waits } = gateWith({ requestsPerSecond: 4 })
    for (const name of ['a', 'b', 'c']) ask(name)
    await timers.pass(249)
    expect(entered).toEqual(['a@0'])
    await timers.pass(1000)
    expect(entered).toEqual(['a@0', 'b@250', 'c@500'])
    expect(waits).toEqual([
      ['b', 250, { reason: 'rate', requestsPerSecond: 4 }],
      ['c', 500, { reason: 'rate', requestsPerSecond: 4 }],
    ])
    // Time without requests saves up nothing.
    await timers.pass(10_000)
    ask('d')
    ask('e')
    await timers.pass(1000)
    expect(entered.slice(3)).toEqual(['d@11249', 'e@11499'])
  })

  it('Limits: what is cancelled while it waits is told at once and takes neither place nor token', async () => {
    const { gate, ask, entered, refused, timers } = gateWith({ concurrent: 1, requestsPerSecond: 1 })
    ask('a')
    const cancelB = ask('b')
    ask('c')
    await settle()
    cancelB()
    await settle()
    expect(refused).toEqual(['b'])
    gate.leave()
    await timers.pass(1000)
    expect(entered).toEqual(['a@0', 'c@1000'])
    ask('d')()
    await settle()
    expect(refused).toEqual(['b', 'd'])
  })

  it('Limits: cancelled before it asks, it never waits', async () => {
    const { gate, timers } = gateWith({})
    const limits = { requestsPerSecond: 1, concurrent: 1 }
    const signal = AbortSignal.abort()
    expect(await gate.enter({ limits, signal, onWait: () => undefined, isFirst: false, longestPauseMs: 0 })).toBe(false)
    expect(timers.pending()).toBe(0)
  })

  it('Limits: a pause the API asked for holds everybody, and who was answered so goes first', async () => {
    const { gate, ask, entered, waits, timers } = gateWith({ concurrent: 1 })
    ask('a')
    ask('b')
    await settle()
    gate.pause(3000, 429)
    gate.leave()
    ask('a again', { isFirst: true })
    await timers.pass(2999)
    expect(entered).toEqual(['a@0'])
    await timers.pass(1)
    expect(entered).toEqual(['a@0', 'a again@3000'])
    gate.leave()
    await settle()
    expect(entered.at(-1)).toBe('b@3000')
    expect(waits).toEqual([
      ['b', 3000, { reason: 'asked', status: 429 }],
      ['a again', 3000, { reason: 'asked', status: 429 }],
    ])
  })

  it('Limits: what waits for both its own limit and the API is told the longer one', async () => {
    const { gate, ask, waits, timers, entered } = gateWith({ requestsPerSecond: 0.1 })
    ask('a')
    await settle()
    gate.pause(3000, 429)
    ask('b')
    gate.pause(30_000, 429)
    expect(waits).toEqual([
      ['b', 10_000, { reason: 'rate', requestsPerSecond: 0.1 }],
      ['b', 30_000, { reason: 'asked', status: 429 }],
    ])
    await timers.pass(30_000)
    expect(entered).toEqual(['a@0', 'b@30000'])
  })

  it('Limits: who would have to keep away for longer than it may is turned away at once', async () => {
    const { gate, ask, entered, refused, waits, timers } = gateWith({})
    gate.pause(5000, 429)
    ask('short', { longestPauseMs: 4999 })
    ask('long', { longestPauseMs: 5000 })
    ask('longer', { longestPauseMs: 10_000 })
    await settle()
    expect(refused).toEqual(['short'])
    expect(gate.paused()).toEqual({ milliseconds: 5000, status: 429 })
    await timers.pass(1000)
    gate.pause(6000, 503)
    await settle()
    expect(refused).toEqual(['short', 'long'])
    expect(gate.paused()).toEqual({ milliseconds: 6000, status: 503 })
    await timers.pass(6000)
    expect(entered).toEqual(['longer@7000'])
    expect(gate.paused()).toBeNull()
    expect(waits.map(([name, milliseconds]) => `${name} ${milliseconds}`)).toEqual([
      'long 5000',
      'longer 5000',
      'longer 6000',
    ])
  })

  it('Limits: a shorter pause does not end a longer one', async () => {
    const { gate, ask, entered, timers } = gateWith({})
    gate.pause(5000, 503)
    gate.pause(1000, 429)
    ask('a')
    await timers.pass(4999)
    expect(entered).toEqual([])
    await timers.pass(1)
    expect(entered).toEqual(['a@5000'])
  })

  it('Limits: other limits hold from the next request on', async () => {
    const { ask, entered } = gateWith({ concurrent: 1 })
    ask('a')
    ask('b', { limits: { concurrent: 2 } })
    await settle()
    expect(entered).toEqual(['a@0', 'b@0'])
  })

  it('Limits: a wait longer than a timer can be is still waited for', async () => {
    const { ask, entered, timers } = gateWith({ requestsPerSecond: 0.01 })
    ask('a')
    ask('b')
    await timers.pass(99_999)
    expect(entered).toEqual(['a@0'])
    await timers.pass(1)
    expect(entered).toEqual(['a@0', 'b@100000'])
  })
})
