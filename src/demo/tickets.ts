import * as z from 'zod'
import type { DemoResource } from './demo-resource.ts'
import { recordById } from './demo-resource.ts'
import { seedDate } from './seed-date.ts'

const STATUS = ['open', 'pending', 'solved'] as const
const PRIORITY = ['low', 'normal', 'high', 'urgent'] as const
const SUBJECT = [
  'Invoice shows the old address',
  'Parcel arrived with one piece missing',
  'Cannot sign in after changing the email',
  'Please cancel my last order',
  'Which desk fits a low ceiling?',
  'Refund has not arrived yet',
  'Question about delivery times',
  'Lamp flickers when dimmed',
]

const fields = {
  customerId: z.number().int().positive(),
  subject: z.string().min(1).max(200),
  body: z.string().max(5000),
  status: z.enum(STATUS),
  priority: z.enum(PRIORITY),
}

/** What customers ask for. */
export const tickets: DemoResource = {
  name: 'tickets',
  fields: ['id', 'createdAt', ...Object.keys(fields)],
  seed: (random) =>
    Array.from({ length: 80 }, (_, index) => ({
      id: index + 1,
      customerId: random.between(1, 60),
      subject: random.pick(SUBJECT),
      body: '',
      status: random.pick(STATUS),
      priority: random.pick(PRIORITY),
      createdAt: seedDate(index * 3 + 5, random.between(0, 540)),
    })),
  writing: {
    draft: z.strictObject({
      ...fields,
      body: fields.body.default(''),
      status: fields.status.default('open'),
      priority: fields.priority.default('normal'),
    }),
    patch: z.strictObject(fields).partial(),
    derive: (record) => record,
    objectionTo: (record, tables) =>
      recordById(tables, 'customers', record.customerId)
        ? null
        : { status: 422, code: 'customer-unknown', field: 'customerId' },
    objectionToDelete: () => null,
  },
}
