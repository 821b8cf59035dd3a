import { checks } from './checks.ts'
import { failures } from './failures.ts'
import { lateFailures } from './late-failures.ts'

/** What any page may need, but not at once: it loads after the page. */
export const lateTexts = { checks, failures: { ...failures, ...lateFailures } } as const
