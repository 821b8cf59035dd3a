import { must } from '#base'
import { literal } from '#domain'
import { createInMemoryDriver, scriptHttp } from '#drivers/in-memory'
import type { Engine, Settled } from '#runtime'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { requestFor, timeless } from '../../contract/run-request.ts'
import {
  arm,
  branch,
  equals,
  expr,
  flowOf,
  handled,
  http,
  log,
  loop,
  loopTimes,
  parallel,
  ref,
  setFields,
  when,
  type Built,
} from '../../fixtures/doc-builder.ts'

/** What a durable engine writes down: what settled, in which order, in which of the run's engines ('' and its children). */
interface Journal {
  readonly entries: { readonly engine: string; readonly settled: Settled }[]
}

/** Writes down what settles. */
function recording(engine: Engine, journal: Journal, name = ''): Engine {
  return {
    ...engine,
    next: async () => {
      const settled = await engine.next()
      if (settled.outcome !== 'cancelled') journal.entries.push({ engine: name, settled: structuredClone(settled) })
      return settled
    },
    child: (key, run) => engine.child(key, (child) => run(recording(child, journal, `${name}>${key}`))),
  }
}

/** Gives what was written down, each engine when its turn comes, and runs no effect. */
function replaying(engine: Engine, journal: Journal, place = { at: 0 }, name = ''): Engine {
  const started = new Set<string>()
  const children = new Map<string, Promise<unknown>>()
  return {
    now: engine.now,
    start: (key) => void started.add(key),
    sleep: (key) => void started.add(key),
    child: (key, run) => {
      started.add(key)
      children.set(key, run(replaying(engine, journal, place, `${name}>${key}`)))
    },
    next: async () => {
      // A turn of the event loop, so that whoever had the turn before has done what follows from it.
      do await new Promise((resolve) => setImmediate(resolve))
      while (journal.entries[place.at]?.engine !== name && place.at < journal.entries.length)
      const { settled } = must(journal.entries[place.at], 'an entry of the journal')
      await children.get(settled.key)
      place.at += 1
      expect(started.has(settled.key)).toBe(true)
      return settled
    },
  }
}

/** Flows of every kind of step that runs, with failures and every way to take care of them. */
function builtFlows(): fc.Arbitrary<readonly Built[]> {
  let count = 0
  const name = (word: string) => `${word}${(count += 1)}`
  const policies = fc.constantFrom('fail', 'ignore', 'retry', 'retry')
  const { tree } = fc.letrec<{ tree: Built; leaf: Built; inner: Built }>((tie) => ({
    leaf: fc.oneof(
      policies.map((policy) => {
        const built = http(name('Get'), { inputs: { url: expr('"https://api.test/" & $millis()') } })
        return { ...built, step: { ...built.step, onError: { ...built.step.onError, policy, ignoreFinalError: true } } }
      }),
      fc.constant(null).map(() => log(name('Log'), ref('Main trigger'))),
      fc.constant(null).map(() => setFields(name('Set'), { r: expr('$random()') })),
      fc.constant(null).map(() => handled(http(name('Try')), log(name('Rescue')))),
    ),
    inner: fc.oneof(
      fc.tuple(tie('tree'), fc.integer({ min: 1, max: 3 })).map(([built, concurrency]) => {
        const each = loop(name('Each'), literal([1, 2, 3, 4]), built)
        return { ...each, step: { ...each.step, ...(each.step.kind === 'loop' && { concurrency }) } }
      }),
      fc.tuple(tie('tree'), tie('tree')).map(([a, b]) => parallel(name('Both'), arm('Left', a), arm('Right', b))),
      fc
        .tuple(tie('tree'), tie('tree'))
        .map(([a, b]) =>
          branch(name('Check'), when(equals(expr('$random() > 0.5'), true), arm('Yes', a)), arm('otherwise', b)),
        ),
      tie('leaf').map((built) => loopTimes(name('Long'), 300, built)),
    ),
    tree: fc.oneof({ depthSize: 'small', withCrossShrink: true }, tie('leaf'), tie('inner')),
  }))
  return fc.array(tree, { minLength: 1, maxLength: 3 })
}

describe('drive', () => {
  it('R2 the same journal gives the same trace and the same outcome, without running anything', async () => {
    await fc.assert(
      fc.asyncProperty(builtFlows(), fc.infiniteStream(fc.integer({ min: 0, max: 9 })), async (flows, chance) => {
        const digits = [...chance.take(50)]
        let asked = 0
        const digit = () => digits[(asked += 1) % digits.length] ?? 0
        const script = scriptHttp([
          {
            answer: () => {
              const n = digit()
              return { status: n < 2 ? 503 : n < 3 ? 404 : 200, json: n, delayMs: n * 10 }
            },
          },
        ])
        const request = requestFor(flowOf(...flows))
        const journal: Journal = { entries: [] }
        const first = createInMemoryDriver({
          http: script,
          random: () => digit() / 10,
          wrapEngine: (engine) => recording(engine, journal),
        }).run(request)
        const outcome = await first.outcome
        const asksBefore = script.seen.length
        const second = createInMemoryDriver({ wrapEngine: (engine) => replaying(engine, journal) }).run(request)
        expect(await second.outcome).toEqual(outcome)
        expect(second.events.map(timeless)).toEqual(first.events.map((event) => timeless(event)))
        expect(script.seen).toHaveLength(asksBefore)
      }),
      { numRuns: 40 },
    )
  }, 60_000)
})
