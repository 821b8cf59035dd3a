import { describe, expect, it } from 'vitest'
import { createIdleLock } from '../../../../../src/drivers/workers/vault/lock/create-idle-lock.ts'

const MINUTE = 60_000

/** A clock and timers that a test moves: `pass` fires what is due, `sleep` moves the clock alone, as a machine's sleep does. */
function idleBench() {
  let now = 1_000_000
  let locked = 0
  const timers = new Map<number, () => void>()
  let due = Number.POSITIVE_INFINITY
  const idle = createIdleLock({
    clock: () => now,
    setTimer: (run, milliseconds) => {
      due = now + milliseconds
      timers.clear()
      timers.set(due, run)
      return () => timers.delete(due)
    },
    onIdle: () => {
      locked += 1
    },
  })
  const fire = () => {
    const run = timers.get(due)
    timers.delete(due)
    run?.()
  }
  return {
    idle,
    locked: () => locked,
    waits: () => timers.size > 0,
    pass: (milliseconds: number) => {
      const end = now + milliseconds
      while (timers.has(due) && due <= end) {
        now = Math.max(now, due)
        fire()
      }
      now = end
    },
    sleep: (milliseconds: number) => {
      now += milliseconds
    },
    fire,
  }
}

describe('the idle lock', () => {
  it('X10 locks once after the time is over, and not before', () => {
    const { idle, locked, pass, waits } = idleBench()
    idle.setMinutes(15)
    idle.start()
    pass(15 * MINUTE - 1)
    expect(locked()).toBe(0)
    pass(1)
    expect(locked()).toBe(1)
    pass(60 * MINUTE)
    expect(locked()).toBe(1)
    expect(waits()).toBe(false)
  })

  it('X10 counts from what somebody did last', () => {
    const { idle, locked, pass } = idleBench()
    idle.setMinutes(15)
    idle.start()
    pass(14 * MINUTE)
    idle.touch()
    pass(14 * MINUTE)
    expect(locked()).toBe(0)
    pass(MINUTE)
    expect(locked()).toBe(1)
  })

  it('X10 is over after a sleep before its timer has run, and no touch brings it back', () => {
    const { idle, locked, sleep, fire } = idleBench()
    idle.setMinutes(15)
    idle.start()
    sleep(8 * 60 * MINUTE)
    expect(idle.isOver()).toBe(true)
    idle.touch()
    expect(idle.isOver()).toBe(true)
    fire()
    expect(locked()).toBe(1)
  })

  it('X10 never locks when it shall not, and takes another time at once', () => {
    const { idle, locked, pass } = idleBench()
    idle.setMinutes(null)
    idle.start()
    pass(24 * 60 * MINUTE)
    expect(locked()).toBe(0)
    idle.touch()
    idle.setMinutes(0.5)
    pass(MINUTE / 2)
    expect(locked()).toBe(1)
  })

  it('X10 does not wait longer for a clock that was set back, and counts nothing while it is stopped', () => {
    const { idle, locked, pass, sleep } = idleBench()
    idle.setMinutes(15)
    idle.start()
    sleep(-60 * MINUTE)
    idle.isOver()
    sleep(15 * MINUTE)
    expect(idle.isOver()).toBe(true)
    idle.stop()
    pass(60 * MINUTE)
    expect(locked()).toBe(0)
    expect(idle.isOver()).toBe(false)
  })
})
