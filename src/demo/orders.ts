import { isJsonObject, type Json } from '#base'
import * as z from 'zod'
import type { DemoResource } from './demo-resource.ts'
import { recordById } from './demo-resource.ts'
import { seedDate } from './seed-date.ts'

const STATUS = ['draft', 'paid', 'shipped', 'cancelled', 'refunded'] as const
const GOODS = [
  { sku: 'LMP-01', name: 'Desk lamp', price: 39.5 },
  { sku: 'CHR-07', name: 'Office chair', price: 249 },
  { sku: 'DSK-03', name: 'Standing desk', price: 489 },
  { sku: 'CBL-12', name: 'Cable tray', price: 18.9 },
  { sku: 'MON-27', name: 'Monitor arm', price: 84.25 },
  { sku: 'KEY-02', name: 'Keyboard', price: 72 },
  { sku: 'NTB-05', name: 'Notebook, five pieces', price: 12.4 },
] as const

const fields = {
  customerId: z.number().int().positive(),
  status: z.enum(STATUS),
  currency: z.enum(['EUR', 'USD', 'GBP']),
  items: z
    .array(
      z.strictObject({
        sku: z.string().min(1).max(40),
        name: z.string().min(1).max(120),
        quantity: z.number().int().min(1).max(10_000),
        price: z.number().min(0).max(1_000_000),
      }),
    )
    .min(1)
    .max(50),
}

/** Sums in hundredths, so that decimal fractions do not drift. */
function totalOf(items: Json | undefined): number {
  if (!Array.isArray(items)) return 0
  const hundredths = items.reduce<number>((sum, item) => {
    return isJsonObject(item) ? sum + Math.round(Number(item.price) * 100) * Number(item.quantity) : sum
  }, 0)
  return hundredths / 100
}

/** What customers bought; `total` follows from the items. */
export const orders: DemoResource = {
  name: 'orders',
  fields: ['id', 'customerId', 'status', 'currency', 'total', 'createdAt'],
  seed: (random) =>
    Array.from({ length: 200 }, (_, index) => {
      const items = Array.from({ length: random.between(1, 3) }, () => ({
        ...random.pick(GOODS),
        quantity: random.between(1, 4),
      }))
      return {
        id: index + 1,
        customerId: random.between(1, 50),
        status: random.pick(STATUS),
        currency: 'EUR',
        items,
        total: totalOf(items),
        createdAt: seedDate(Math.floor(index * 1.4) + 3, random.between(0, 540)),
      }
    }),
  writing: {
    draft: z.strictObject({
      ...fields,
      status: fields.status.default('draft'),
      currency: fields.currency.default('EUR'),
    }),
    patch: z.strictObject(fields).partial(),
    derive: (record) => ({ ...record, total: totalOf(record.items) }),
    objectionTo: (record, tables) =>
      recordById(tables, 'customers', record.customerId)
        ? null
        : { status: 422, code: 'customer-unknown', field: 'customerId' },
    objectionToDelete: (record) =>
      record.status === 'shipped' ? { status: 409, code: 'order-shipped', field: 'status' } : null,
  },
}
