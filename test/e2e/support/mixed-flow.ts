import { literal, type IntegrationDoc } from '#domain'
import { arm, branch, flowOf, log, loop } from '../../fixtures/doc-builder.ts'

/** What a loop of these tests goes over. */
export const ITEMS = literal([1, 2])

/** Steps in a row, a branch with an empty arm, and a loop with steps. */
export const mixedFlow = (): IntegrationDoc =>
  flowOf(
    log('First'),
    branch('Check', arm('High'), arm('otherwise', log('Calm'))),
    loop('Each', ITEMS, log('Inside'), log('Rest')),
    log('Last'),
  )
