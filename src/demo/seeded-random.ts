import { must } from '#base'

/** Repeatable pseudo-random choices: the same seed gives the same demo data on every machine. */
export interface SeededRandom {
  /** An integer in `[from, to]`. */
  readonly between: (from: number, to: number) => number
  readonly pick: <T>(choices: readonly T[]) => T
}

/** A linear congruential generator (modulus 2^32): plenty for sample data, useless for secrets. */
export function createSeededRandom(seed: number): SeededRandom {
  let state = seed >>> 0
  const fraction = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
  const between = (from: number, to: number) => from + Math.floor(fraction() * (to - from + 1))
  return {
    between,
    pick: (choices) => must(choices[between(0, choices.length - 1)], 'a choice among none'),
  }
}
