import { customers } from './customers.ts'
import type { DemoRecord, DemoResource, DemoTables } from './demo-resource.ts'
import { orders } from './orders.ts'
import { regions } from './regions.ts'
import { reports } from './reports.ts'
import { createSeededRandom } from './seeded-random.ts'
import { tickets } from './tickets.ts'

/** Every collection, in the order in which they are seeded. */
const DEMO_RESOURCES: readonly DemoResource[] = [regions, customers, orders, tickets, reports]

/** The demo API's memory: tables of one instance, replaced on every write. */
export interface DemoStore {
  readonly tables: () => DemoTables
  readonly nextId: (name: string) => number
  readonly put: (name: string, record: DemoRecord) => void
  readonly remove: (name: string, id: DemoRecord['id']) => void
  readonly reset: () => void
}

/** A store filled from `seed`; `reset` fills it again with the same data. */
export function createDemoStore(seed: number): DemoStore {
  const seeded = (): DemoTables => {
    const random = createSeededRandom(seed)
    return Object.fromEntries(DEMO_RESOURCES.map((resource) => [resource.name, resource.seed(random)]))
  }
  const firstIds = (tables: DemoTables) =>
    new Map(Object.entries(tables).map(([name, records]) => [name, records.length + 1]))
  let tables = seeded()
  let ids = firstIds(tables)
  const replace = (name: string, records: readonly DemoRecord[]) => {
    tables = { ...tables, [name]: records }
  }
  return {
    tables: () => tables,
    nextId: (name) => {
      const id = ids.get(name) ?? 1
      ids.set(name, id + 1)
      return id
    },
    put: (name, record) => {
      const records = tables[name] ?? []
      const known = records.some((other) => other.id === record.id)
      replace(name, known ? records.map((other) => (other.id === record.id ? record : other)) : [...records, record])
    },
    remove: (name, id) => {
      replace(
        name,
        (tables[name] ?? []).filter((record) => record.id !== id),
      )
    },
    reset: () => {
      tables = seeded()
      ids = firstIds(tables)
    },
  }
}
