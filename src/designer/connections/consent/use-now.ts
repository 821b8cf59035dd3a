import { usePorts } from '#workbench'
import { useEffect, useState } from 'react'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

/** How long the words for the time until `at` stay true, in milliseconds. */
function pauseBefore(at: number, now: number): number {
  const left = Math.abs(at - now)
  const unit = left <= MINUTE ? SECOND : left <= HOUR ? MINUTE : HOUR
  // To just after the words change: they name whole units.
  return at > now ? (left % unit) + 1 : unit - (left % unit)
}

/** The time, as often as the distance to a moment has to be said anew: each second only in the last minute. */
export function useNow(at: number): number {
  const { environment } = usePorts()
  const [now, setNow] = useState(() => environment.now())
  useEffect(
    () => environment.setTimer(() => setNow(environment.now()), pauseBefore(at, environment.now())),
    [environment, at, now],
  )
  return now
}
