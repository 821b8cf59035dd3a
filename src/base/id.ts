const ALPHABET = '0123456789abcdefghijklmnopqrstuvwxyz'

/** Gives a random integer in `[0, below)`. Injected, so that tests make the same ids each time. */
export type RandomInt = (below: number) => number

/** Cryptographically random integers: ids made in two tabs do not meet. */
export const randomInt: RandomInt = (below) => {
  const [value = 0] = crypto.getRandomValues(new Uint32Array(1))
  return value % below
}

/** A new prefixed id such as `step_k3f9a2x1`: the prefix says what it names, ten characters make it unique. */
export function createId<Prefix extends string>(prefix: Prefix, random: RandomInt = randomInt): `${Prefix}_${string}` {
  let tail = ''
  for (let index = 0; index < 10; index += 1) tail += ALPHABET[random(ALPHABET.length)]
  return `${prefix}_${tail}`
}
