import type { DemoResource } from './demo-resource.ts'

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October']

/** Monthly figures behind the key. */
export const reports: DemoResource = {
  name: 'reports',
  fields: ['id', 'month', 'title', 'orders', 'revenue', 'currency'],
  seed: (random) =>
    MONTHS.map((name, index) => ({
      id: index + 1,
      month: `2025-${String(index + 1).padStart(2, '0')}`,
      title: `${name} 2025`,
      orders: random.between(12, 34),
      revenue: random.between(400_000, 1_900_000) / 100,
      currency: 'EUR',
    })),
  writing: null,
}
