import { createId } from '#base'
import type { EnvironmentPort, PreferencesPort } from '#workbench'

/** Time, timers and ids of the browser. */
export const browserEnvironment: EnvironmentPort = {
  now: () => Date.now(),
  createId: (prefix) => createId(prefix),
  setTimer: (run, milliseconds) => {
    const timer = setTimeout(run, milliseconds)
    return () => clearTimeout(timer)
  },
}

const keyOf = (key: string) => `patchbay.${key}`

/** Small choices of the person, at hand before the database is open. */
export const browserPreferences: PreferencesPort = {
  read: (key) => localStorage.getItem(keyOf(key)),
  write: (key, value) => localStorage.setItem(keyOf(key), value),
}
