import * as z from 'zod'
import type { DemoResource } from './demo-resource.ts'
import { recordById } from './demo-resource.ts'
import { seedDate } from './seed-date.ts'

const GIVEN = ['Ada', 'Bruno', 'Chiara', 'Dilan', 'Edda', 'Farid', 'Greta', 'Hugo', 'Ines', 'Jonas', 'Kira', 'Luca']
const FAMILY = ['Abel', 'Brandt', 'Costa', 'Duarte', 'Eriksen', 'Fischer', 'Grasso', 'Haas', 'Ivanov', 'Jansen']
const COMPANY = ['Alder', 'Birch', 'Cedar', 'Dogwood', 'Elm', 'Fir', 'Ginkgo', 'Hazel', 'Juniper', 'Larch']
const TRADE = ['Bicycles', 'Bakery', 'Logistics', 'Optics', 'Robotics', 'Textiles']
const REGION = ['north', 'south', 'west', 'east', 'americas', 'apac', 'mea']
const PLAN = ['free', 'team', 'business'] as const

const fields = {
  name: z.string().min(1).max(120),
  email: z.email().max(200),
  company: z.string().max(120),
  region: z.string().max(40),
  plan: z.enum(PLAN),
  active: z.boolean(),
}

/** People who buy. Their email is unique and their region exists. */
export const customers: DemoResource = {
  name: 'customers',
  fields: ['id', 'createdAt', ...Object.keys(fields)],
  seed: (random) =>
    Array.from({ length: 60 }, (_, index) => {
      const given = GIVEN[index % GIVEN.length] ?? ''
      const family = FAMILY[(index * 3 + Math.floor(index / 10)) % FAMILY.length] ?? ''
      return {
        id: index + 1,
        name: `${given} ${family}`,
        email: `${given}.${family}.${index + 1}@example.com`.toLowerCase(),
        company: `${random.pick(COMPANY)} ${random.pick(TRADE)}`,
        region: random.pick(REGION),
        plan: random.pick(PLAN),
        active: random.between(1, 10) > 2,
        createdAt: seedDate(index * 2, random.between(0, 540)),
      }
    }),
  writing: {
    draft: z.strictObject({
      ...fields,
      company: fields.company.default(''),
      region: fields.region.default('west'),
      plan: fields.plan.default('free'),
      active: fields.active.default(true),
    }),
    patch: z.strictObject(fields).partial(),
    derive: (record) => record,
    objectionTo: (record, tables) => {
      const taken = tables['customers']?.some((other) => other.email === record.email && other.id !== record.id)
      if (taken) return { status: 409, code: 'email-taken', field: 'email' }
      return recordById(tables, 'regions', record.region)
        ? null
        : { status: 422, code: 'region-unknown', field: 'region' }
    },
    objectionToDelete: (record, tables) => {
      const used = tables['orders']?.some((order) => order.customerId === record.id)
      return used ? { status: 409, code: 'customer-has-orders', field: 'id' } : null
    },
  },
}
