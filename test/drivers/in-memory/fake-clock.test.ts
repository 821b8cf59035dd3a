import { createFakeClock } from '#drivers/in-memory'
import { describe, expect, it } from 'vitest'

describe('createFakeClock', () => {
  it('jumps from timer to timer, in their order', async () => {
    const clock = createFakeClock(0)
    const rung: string[] = []
    await Promise.all([
      clock.wait(5000).then(() => rung.push(`late ${clock.now()}`)),
      clock.wait(100).then(() => rung.push(`soon ${clock.now()}`)),
    ])
    expect(rung).toEqual(['soon 100', 'late 5000'])
  })

  it('stands still while something is under way', async () => {
    const clock = createFakeClock(0)
    const rest = clock.busy()
    const rung = clock.wait(10).then(() => clock.now())
    await new Promise((resolve) => setImmediate(resolve))
    expect(clock.now()).toBe(0)
    rest()
    expect(await rung).toBe(10)
  })

  it('goes on while what is under way waits for the clock itself', async () => {
    const clock = createFakeClock(0)
    const rest = clock.busy()
    await clock.aside(clock.wait(10))
    expect(clock.now()).toBe(10)
    rest()
  })
})
