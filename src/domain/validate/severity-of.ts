/** Whether a problem stops a flow from running as it is, or only deserves a look. */
export type Severity = 'error' | 'warning'

/** Every problem `validate` reports. Sentences: `texts/en/problems.ts`. */
const SEVERITIES = {
  'input-missing': 'error',
  'input-draft': 'error',
  'reference-dangling': 'error',
  'reference-out-of-scope': 'error',
  'variable-missing': 'error',
  'expression-empty': 'error',
  'expression-syntax': 'error',
  'expression-too-long': 'error',
  'expression-too-deep': 'error',
  'unknown-step': 'error',
  'unknown-connector': 'error',
  'unknown-action': 'error',
  'unknown-trigger': 'error',
  'connection-missing': 'error',
  'slot-dangling': 'error',
  'slot-empty': 'error',
  'connection-not-found': 'error',
  'connection-of-other-connector': 'error',
  'connection-only-verifies': 'error',
  'connection-cannot-verify': 'error',
  'auth-method-missing': 'error',
  'test-credential-missing': 'warning',
  'test-credential-ended': 'warning',
  'branch-without-arms': 'warning',
  'branch-value-missing': 'error',
  'arm-test-empty': 'error',
  'arm-test-incomplete': 'error',
  'arm-test-mode': 'error',
  'loop-without-items': 'error',
  'loop-without-times': 'error',
  'break-outside-loop': 'error',
  'call-flow-missing': 'error',
  'call-flow-dangling': 'error',
  'step-name-missing': 'warning',
  'flow-name-missing': 'warning',
  'flow-name-taken': 'warning',
} as const satisfies Readonly<Record<string, Severity>>

export type ValidationCode = keyof typeof SEVERITIES

/** All codes of `validate`, so that a test can ask for a sentence for each. */
export const VALIDATION_CODES = Object.keys(SEVERITIES) as readonly ValidationCode[]

/** How much a problem weighs; one that is not `validate`'s is an error. */
export function severityOf(code: string): Severity {
  return Object.hasOwn(SEVERITIES, code) ? SEVERITIES[code as ValidationCode] : 'error'
}
