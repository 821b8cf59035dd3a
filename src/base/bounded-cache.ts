/** Remembers what was computed for a key, up to a number of keys; the one that was used longest ago goes first. */
export interface BoundedCache<Value> {
  /** The remembered value, or what `compute` gives now. */
  readonly get: (key: string, compute: (key: string) => Value) => Value
  readonly size: () => number
}

/** A cache of at most `limit` values. `compute` must be a pure function of its key. */
export function createBoundedCache<Value>(limit: number): BoundedCache<Value> {
  const values = new Map<string, { readonly value: Value }>()
  return {
    get: (key, compute) => {
      const entry = values.get(key) ?? { value: compute(key) }
      values.delete(key)
      values.set(key, entry)
      if (values.size > limit) {
        for (const oldest of values.keys()) {
          values.delete(oldest)
          break
        }
      }
      return entry.value
    },
    size: () => values.size,
  }
}
