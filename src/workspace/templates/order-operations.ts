import { literal } from '#domain'
import { createFlowBuilder, resultOf } from './flow-builder.ts'
import type { Template } from './template.ts'

/** Four flows that share one connection: rebinding its slot swaps it in all of them. */
export const orderOperations: Template = {
  key: 'order-operations',
  build: (createId, text) => {
    const builder = createFlowBuilder(createId, text)
    const word = (key: string) => text(`home.template.order-operations.${key}`)

    const paid = builder.action('demo', 'list-orders', word('paid'), { status: literal('paid'), limit: literal(3) })
    const ship = builder.loop(word('eachPaid'), resultOf(paid), (current) => [
      builder.action('demo', 'update-order', word('ship'), { id: current('id'), status: literal('shipped') }),
    ])
    builder.flow(word('shipFlow'), '', [paid, ship])

    const customer = builder.action('demo', 'get-customer', word('customer'), { id: literal(1) })
    const order = builder.action('demo', 'create-order', word('create'), {
      customerId: resultOf(customer, 'id'),
      items: literal([{ sku: 'LMP-01', name: 'Desk lamp', price: 39.5, quantity: 1 }]),
    })
    builder.flow(word('createFlow'), '', [customer, order])

    const drafts = builder.action('demo', 'list-orders', word('drafts'), { status: literal('draft') })
    const count = builder.action('core', 'set-fields', word('count'), {
      fields: {
        kind: 'fields',
        rows: [
          { key: 'drafts', value: { kind: 'expression', source: `$count($${drafts.step.id})` } },
          { key: 'total', value: { kind: 'expression', source: `$round($sum($${drafts.step.id}.total), 2)` } },
        ],
      },
    })
    builder.flow(word('countFlow'), '', [drafts, count])

    const reports = builder.action('demo', 'list-reports', word('reports'), {})
    const newest = builder.action('core', 'log', word('newest'), {
      message: {
        kind: 'expression',
        source: `${JSON.stringify(`${word('reportsFound')} `)} & $string($count($${reports.step.id}))`,
      },
    })
    builder.flow(word('reportFlow'), '', [reports, newest])

    return builder.document(word('name'), word('description'))
  },
}
