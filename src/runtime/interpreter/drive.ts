import { must } from '#base'
import type { EffectKey, Engine } from '../ports.ts'
import type { Cancellation } from './cancellation.ts'
import type { Answer, Effect, Fiber } from './fiber.ts'

/** How driving a fiber ended. */
export type Driven<T> = { readonly cancelled: false; readonly value: T } | { readonly cancelled: true }

/** A fiber that is under way, and the fibers it waits for. */
interface Task {
  readonly fiber: Fiber<unknown>
  readonly parent: Task | null
  /** Where among its siblings. */
  readonly index: number
  children: readonly Task[]
  readonly results: unknown[]
  pending: number
}

const taskOf = (fiber: Fiber<unknown>, parent: Task | null, index: number): Task => ({
  fiber,
  parent,
  index,
  children: [],
  results: [],
  pending: 0,
})

/** Ends a task and everything below it, innermost first. */
function unwind(task: Task): void {
  for (const child of task.children.toReversed()) unwind(child)
  task.fiber.return(undefined)
}

/**
 * The driver loop: starts what fibers ask for and hands them what settles, in the order in which it settles.
 * `engine.next()` is the only thing it awaits.
 */
export async function drive<T>(engine: Engine, root: Fiber<T>, cancellation: Cancellation): Promise<Driven<T>> {
  const waiting = new Map<EffectKey, Task>()
  const top = taskOf(root, null, 0)
  let outcome: { readonly value: T } | undefined

  // Fibers that can go on; a queue and no recursion, so that the stack does not grow with the length of a run.
  const ready: { readonly task: Task; readonly answer: Answer | null }[] = [{ task: top, answer: null }]

  const begin = (task: Task, effect: Effect): void => {
    switch (effect.kind) {
      case 'join': {
        const children = effect.fibers.map((fiber, index) => taskOf(fiber, task, index))
        task.children = children
        task.pending = children.length
        if (children.length === 0) ready.push({ task, answer: [] })
        for (const child of children) ready.push({ task: child, answer: null })
        return
      }
      case 'run':
        waiting.set(effect.key, task)
        engine.start(effect.key, effect.run)
        return
      case 'sleep':
        waiting.set(effect.key, task)
        engine.sleep(effect.key, effect.milliseconds)
        return
      case 'child':
        waiting.set(effect.key, task)
        engine.child(effect.key, effect.run)
    }
  }

  const finish = ({ parent, index }: Task, value: unknown): void => {
    if (!parent) {
      outcome = { value: value as T }
      return
    }
    parent.results[index] = value
    parent.pending -= 1
    if (parent.pending > 0) return
    parent.children = []
    ready.push({ task: parent, answer: parent.results.splice(0) })
  }

  const goOn = (): void => {
    for (let next = ready.shift(); next; next = ready.shift()) {
      const { task, answer } = next
      const step = answer ? task.fiber.next(answer) : task.fiber.next()
      if (step.done === true) finish(task, step.value)
      else begin(task, step.value)
    }
  }

  const forget = cancellation.onCancel(() => unwind(top))
  try {
    goOn()
    while (!outcome) {
      // The one place where a run waits.
      // oxlint-disable-next-line no-await-in-loop
      const settled = await engine.next()
      if (settled.outcome === 'cancelled') cancellation.cancel()
      if (cancellation.isCancelled() || settled.outcome === 'cancelled') return { cancelled: true }
      const task = must(waiting.get(settled.key), `an effect settled that was not started: ${settled.key}`)
      waiting.delete(settled.key)
      ready.push({ task, answer: settled })
      goOn()
    }
    return { cancelled: false, value: outcome.value }
  } finally {
    forget()
  }
}
