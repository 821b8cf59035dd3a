import type { ErrorPolicy } from '#domain'
import type { TFunction } from '#texts'

/** What the settings come to, in a sentence: how often, and how long in between. */
export function retryPlan(t: TFunction, policy: ErrorPolicy): string {
  const { attempts, ignoreFinalError } = policy
  if (attempts === 1) return t(ignoreFinalError ? 'inspector.policy.onceIgnored' : 'inspector.policy.once')
  const waits = waitsOf(policy).join(', ')
  return ignoreFinalError
    ? t('inspector.policy.planIgnores', { attempts, waits })
    : t('inspector.policy.planFails', { attempts, waits })
}

/** The seconds between attempts. */
export function waitsOf({ attempts, delaySeconds, exponential }: ErrorPolicy): readonly number[] {
  return Array.from({ length: attempts - 1 }, (_, index) => delaySeconds * (exponential ? 2 ** index : 1))
}
