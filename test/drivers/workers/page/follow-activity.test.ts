import { describe, expect, it } from 'vitest'
import { followActivity } from '../../../../src/drivers/workers/page/follow-activity.ts'

describe('activity in the page', () => {
  it('X10 is a key, a press or a turn of the wheel, told once a second at most, until nobody follows any more', () => {
    let now = 0
    let told = 0
    const page = new EventTarget()
    const stop = followActivity(
      page,
      () => (told += 1),
      () => now,
    )
    for (const sign of ['keydown', 'pointerdown', 'wheel']) page.dispatchEvent(new Event(sign))
    expect(told).toBe(1)
    for (const sign of ['wheel', 'pointerdown', 'keydown']) {
      now += 1000
      page.dispatchEvent(new Event(sign))
    }
    expect(told).toBe(4)
    now += 1000
    page.dispatchEvent(new Event('pointermove'))
    expect(told).toBe(4)
    stop()
    page.dispatchEvent(new Event('keydown'))
    expect(told).toBe(4)
  })
})
