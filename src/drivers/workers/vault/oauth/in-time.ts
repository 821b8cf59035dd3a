import { err, type Result } from '#base'
import type { Failure } from '#domain'
import { createDeadline } from '../../send/deadline.ts'
import { sendFailure } from '../../send/send-failure.ts'
import type { ConnectionAccess } from '../connection-access.ts'

/**
 * What renewing a token comes to, as long as a request waits for it. Renewing itself goes on: others may wait for it, and a
 * refresh token that was spent must not be lost. Failures: `timeout` {host, seconds}, `cancelled`.
 */
export async function inTime<T>(
  renewing: Promise<Result<T, Failure>>,
  { connection }: ConnectionAccess,
  timeoutMs: number,
  cancel: AbortSignal,
): Promise<Result<T, Failure>> {
  const deadline = createDeadline(timeoutMs, cancel)
  const gaveUp = new Promise<Result<T, Failure>>((resolve) => {
    const giveUp = () =>
      resolve(
        err(
          deadline.givenUp() === 'cancelled'
            ? sendFailure('cancelled')
            : sendFailure('timeout', { host: connection.name, seconds: timeoutMs / 1000 }, true),
        ),
      )
    if (deadline.signal.aborted) giveUp()
    else deadline.signal.addEventListener('abort', giveUp, { once: true })
  })
  try {
    return await Promise.race([renewing, gaveUp])
  } finally {
    deadline.end()
  }
}
