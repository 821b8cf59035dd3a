import type { LogLine } from '#domain'
import type { WaitReason } from '../send/limit-gate.ts'
import type { SendWatch } from './send-step-request.ts'

/** Waits for a turn that are not worth a word, in milliseconds. A wait an API asked for always is. */
const SHORT_MS = 1000

function lineOf(milliseconds: number, why: WaitReason): Pick<LogLine, 'text' | 'params'> {
  const seconds = Math.ceil(milliseconds / 1000)
  return why.reason === 'asked'
    ? { text: 'run.waits.asked', params: { seconds, status: why.status } }
    : { text: 'run.waits.rate', params: { seconds, requestsPerSecond: why.requestsPerSecond } }
}

/** Tells in lines of a step's log that its request waits, why and how long, and when it goes on. */
export function noteWaits(
  clock: () => number,
  tell: (line: LogLine) => void,
): Required<Pick<SendWatch, 'onWait' | 'onGo'>> {
  let isWaiting = false
  return {
    onWait: (milliseconds, why) => {
      if (why.reason === 'rate' && milliseconds < SHORT_MS) return
      isWaiting = true
      tell({ at: clock(), level: 'warn', ...lineOf(milliseconds, why) })
    },
    onGo: () => {
      if (isWaiting) tell({ at: clock(), level: 'info', text: 'run.waits.over', params: {} })
      isWaiting = false
    },
  }
}
