/** What a number of timings amount to, in milliseconds. */
export interface Figure {
  /** The least: what other work on the machine disturbs least. */
  readonly min: number
  readonly median: number
  readonly p95: number
  readonly max: number
  readonly samples: number
}

const rounded = (milliseconds: number): number => Math.round(milliseconds * 100) / 100

/** Sums timings up. There must be one. */
export function figureOf(timings: readonly number[]): Figure {
  const sorted = timings.toSorted((a, b) => a - b)
  const at = (part: number): number => {
    const timing = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]
    if (timing === undefined) throw new Error('Nothing was timed')
    return rounded(timing)
  }
  return { min: at(0), median: at(0.5), p95: at(0.95), max: at(1), samples: sorted.length }
}

/** Times `run` with the numbers from 0 on; the first `warmUp` rounds, in which code is compiled, are not counted. */
export function timed(samples: number, warmUp: number, run: (round: number) => void): Figure {
  const timings: number[] = []
  for (let round = 0; round < warmUp + samples; round += 1) {
    const start = performance.now()
    run(round)
    if (round >= warmUp) timings.push(performance.now() - start)
  }
  return figureOf(timings)
}
