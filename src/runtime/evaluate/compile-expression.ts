import { createBoundedCache } from '#base'
import jsonata from 'jsonata'
import { boundOrderBy } from './bound-order-by.ts'
import { Re2Pattern } from './re2-pattern.ts'
import { refuse } from './refuse.ts'
import { registerListFunctions } from './register-list-functions.ts'

/** Characters `$pad` may make; beyond, it would fill the memory with spaces. */
const MAX_PAD = 1_000_000

/** Guards of one evaluation: milliseconds, nested calls, items of one sequence. */
const LIMITS = { timeout: 5000, stack: 400, sequence: 1_000_000 } as const

/** Where what an evaluation may know of its surroundings is bound: no name that can be written in JSONata. */
export const SURROUNDINGS = '#surroundings'

/** What `$now`, `$millis`, `$random` and `$shuffle` use. */
export interface Surroundings {
  readonly now: () => number
  /** In `[0, 1)`. */
  readonly random: () => number
}

interface NativeFunction {
  readonly implementation: (this: jsonata.Focus, ...args: readonly unknown[]) => unknown
}

const surroundingsOf = (focus: jsonata.Focus) => focus.environment.lookup(SURROUNDINGS) as Surroundings

function pad(text: string | undefined, width: number, filling?: string): string | undefined {
  if (text === undefined) return undefined
  if (Math.abs(width) > MAX_PAD) refuse('pad-too-wide', MAX_PAD)
  const characters = [...text].length
  const missing = Math.abs(Math.trunc(width)) - characters
  if (missing <= 0) return text
  const units = [...(filling === undefined || filling === '' ? ' ' : filling)]
  const padding = Array.from({ length: missing }, (_, index) => units[index % units.length]).join('')
  return width > 0 ? text + padding : padding + text
}

// JSONata's own look for `window` or Node's `Buffer`, and a worker has neither. Each character stands for one byte.
const base64encode = (text: string | undefined) => (text === undefined ? undefined : btoa(text))
const base64decode = (text: string | undefined) => (text === undefined ? undefined : atob(text))

function shuffled(items: readonly unknown[], random: () => number): readonly unknown[] {
  const result = [...items]
  for (let last = result.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1))
    ;[result[last], result[other]] = [result[other], result[last]]
  }
  return result
}

function compile(source: string): jsonata.Expression {
  const expression = jsonata(source, { ...LIMITS, RegexEngine: Re2Pattern as unknown as RegExpConstructor })
  expression.registerFunction(
    'now',
    function now(this: jsonata.Focus, picture?: string, timezone?: string) {
      const { implementation } = this.environment.lookup('fromMillis') as NativeFunction
      return implementation.call(this, surroundingsOf(this).now(), picture, timezone)
    },
    '<s?s?:s>',
  )
  expression.registerFunction(
    'millis',
    function millis(this: jsonata.Focus) {
      return surroundingsOf(this).now()
    },
    '<:n>',
  )
  expression.registerFunction(
    'random',
    function random(this: jsonata.Focus) {
      return surroundingsOf(this).random()
    },
    '<:n>',
  )
  expression.registerFunction(
    'shuffle',
    function shuffle(this: jsonata.Focus, items?: readonly unknown[]) {
      return items && shuffled(items, surroundingsOf(this).random)
    },
    '<a:a>',
  )
  expression.registerFunction('pad', pad, '<s-ns?:s>')
  expression.registerFunction('base64encode', base64encode, '<s-:s>')
  expression.registerFunction('base64decode', base64decode, '<s-:s>')
  registerListFunctions(expression)
  boundOrderBy(expression)
  // A text must not become code: `$eval` is unbound.
  expression.assign('eval', undefined)
  return expression
}

const cache = createBoundedCache<jsonata.Expression>(500)

/** The expression ready to run, with its guards in place. Throws what JSONata throws when it does not parse. */
export const compileExpression = (source: string): jsonata.Expression => cache.get(source, compile)
