/** Collects what a live query calls back with, and waits for a value that is wanted. */
export function watched<T>(subscribe: (onChange: (value: T) => void) => () => void) {
  const seen: T[] = []
  const waiting: (() => void)[] = []
  const stop = subscribe((value) => {
    seen.push(value)
    for (const check of waiting) check()
  })
  const until = (wanted: (value: T) => boolean): Promise<T> =>
    new Promise((resolve) => {
      const check = () => {
        const found = seen.find(wanted)
        if (found !== undefined) resolve(found)
      }
      waiting.push(check)
      check()
    })
  return { seen, stop, until }
}
