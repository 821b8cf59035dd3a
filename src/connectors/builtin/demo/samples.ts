import type { JsonObject } from '#base'

/*
 * What the demo API answers, for mapping before the first run.
 */

export const sampleCustomer: JsonObject = {
  id: 1,
  name: 'Ada Abel',
  email: 'ada.abel.1@example.com',
  company: 'Alder Bicycles',
  region: 'north',
  plan: 'team',
  active: true,
  createdAt: '2025-01-06T12:30:00.000Z',
}

export const sampleOrder: JsonObject = {
  id: 1,
  customerId: 1,
  status: 'paid',
  currency: 'EUR',
  items: [{ sku: 'LMP-01', name: 'Desk lamp', price: 39.5, quantity: 2 }],
  total: 79,
  createdAt: '2025-01-09T10:00:00.000Z',
}

export const sampleTicket: JsonObject = {
  id: 1,
  customerId: 1,
  subject: 'Question about delivery times',
  body: '',
  status: 'open',
  priority: 'normal',
  createdAt: '2025-01-11T09:15:00.000Z',
}

export const sampleReport: JsonObject = {
  id: 1,
  month: '2025-01',
  title: 'January 2025',
  orders: 21,
  revenue: 8765.43,
  currency: 'EUR',
}
