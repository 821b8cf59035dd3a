import type { RunId, TraceEvent } from '#domain'
import { describe, expect, it } from 'vitest'
import { createTraceBatches } from '../../../../src/drivers/workers/session/create-trace-batches.ts'
import type { TraceBatch } from '../../../../src/drivers/workers/session/messages.ts'

const event = (done: number): TraceEvent => ({ type: 'loop-progress', key: 'step_loop01', done, total: 1000 })
const numbers = (posted: readonly TraceBatch[]) =>
  posted.flatMap(({ events }) => events.map((one) => (one.type === 'loop-progress' ? one.done : -1)))

describe('trace batches', () => {
  it('keep the order and lose nothing', () => {
    const posted: TraceBatch[] = []
    const batches = createTraceBatches((batch) => posted.push(batch))
    for (let done = 0; done < 1000; done += 1) batches.add(event(done))
    batches.flush()
    expect(numbers(posted)).toEqual(Array.from({ length: 1000 }, (_, index) => index))
    expect(posted.map(({ upTo }) => upTo)).toEqual([250, 500, 750, 1000])
  })

  it('go out by themselves after about a frame', async () => {
    const batch = await new Promise<TraceBatch>((resolve) => {
      createTraceBatches(resolve).add({ type: 'run-ended', run: 'run_a' as RunId } as TraceEvent)
    })
    expect(batch).toMatchObject({ upTo: 1, events: [{ type: 'run-ended' }] })
  })

  it('X06 go out at once with what must be told before the thread is busy', () => {
    const posted: TraceBatch[] = []
    const batches = createTraceBatches(
      (batch) => posted.push(batch),
      (one) => one.type === 'loop-progress' && one.done === 2,
    )
    batches.add(event(1))
    expect(posted).toEqual([])
    batches.add(event(2))
    expect(numbers(posted)).toEqual([1, 2])
  })

  it('make the run wait while the page is too far behind', async () => {
    const batches = createTraceBatches(() => undefined)
    const states: string[] = []
    for (let done = 0; done < 1000; done += 1) batches.add(event(done))
    await batches.caughtUp()
    batches.add(event(1000))
    batches.flush()
    const waiting = batches.caughtUp().then(() => states.push('went on'))
    await Promise.resolve()
    expect(states).toEqual([])
    batches.acknowledge(250)
    await waiting
    expect(states).toEqual(['went on'])
  })
})
