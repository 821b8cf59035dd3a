import type { Problem } from '#base'
import type { IntegrationDoc } from '#domain'
import type { OperationOf, OperationType } from './operation.ts'

/** One kind of edit. `refusal` is what greys out a drop target, so it is cheap; `apply` is only called when it is silent. */
export interface Edit<Type extends OperationType> {
  /** Why the operation may not be done to this document; `undefined` when it may. */
  readonly refusal: (doc: IntegrationDoc, op: OperationOf<Type>) => Problem | undefined
  /** The next document; the same object when nothing would change. Records that are not touched keep their identity. */
  readonly apply: (doc: IntegrationDoc, op: OperationOf<Type>) => IntegrationDoc
}
