import { failed, type Completion } from '../interpreter/completion.ts'
import type { Fiber } from '../interpreter/fiber.ts'
import type { StepExecution } from '../interpreter/run-context.ts'
import type { Step } from '#domain'
import { failure } from '../failure.ts'
import { actionHandler } from './action-handler.ts'
import { branchHandler } from './branch-handler.ts'
import { loopHandler } from './loop-handler.ts'
import { parallelHandler } from './parallel-handler.ts'
import { respondHandler } from './respond-handler.ts'
import { stopHandler } from './stop-handler.ts'
import { triggerHandler } from './trigger-handler.ts'

const of = <S extends Step>(execution: StepExecution, step: S): StepExecution<S> => ({ ...execution, step })

/** One try of a step, by its kind. */
export function* handle(execution: StepExecution): Fiber<Completion> {
  const { step } = execution
  switch (step.kind) {
    case 'trigger':
      return yield* triggerHandler(of(execution, step))
    case 'action':
      return yield* actionHandler(of(execution, step))
    case 'branch':
      return yield* branchHandler(of(execution, step))
    case 'loop':
      return yield* loopHandler(of(execution, step))
    case 'parallel':
      return yield* parallelHandler(of(execution, step))
    case 'respond':
      return yield* respondHandler(of(execution, step))
    case 'stop':
      return yield* stopHandler(of(execution, step))
    case 'break-loop':
      return { kind: 'break' }
    case 'code':
    case 'call-flow':
    case 'block':
    case 'unknown':
      return failed(failure('not-runnable', { kind: step.kind }))
  }
}
