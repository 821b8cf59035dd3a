import type { AuthMethod, Connection } from '#domain'
import { Dexie, type Table } from 'dexie'
import type {
  CredentialRow,
  DocumentRow,
  HistoryRow,
  IntegrationRow,
  PayloadRow,
  PinsRow,
  QuarantineRow,
  RunRow,
  SettingRow,
  TrashRow,
  VaultRow,
} from './rows.ts'

/** Only keys and what is looked up by are named; rows hold more. */
const SCHEMA_1 = {
  integrations: 'id, updatedAt',
  documents: 'id',
  histories: 'id',
  connections: 'id, &stableKey',
  authMethods: 'id, connector',
  credentials: 'id, &place',
  vault: 'id',
  // What the cap counts stands in the index, so that it need not read the runs.
  runs: 'id, integration, [startedAt+bytes+id]',
  payloads: 'id, flow',
  pins: 'integration',
  settings: 'key',
  quarantine: '++id',
  trash: 'id, deletedAt',
}

/** The version of the tables; browsers count ten times that. */
export const DATABASE_VERSION = 1

/** The tables. Opened with `openDatabase`; used through the functions of this layer. */
export class Database extends Dexie {
  declare readonly integrations: Table<IntegrationRow, string>
  declare readonly documents: Table<DocumentRow, string>
  declare readonly histories: Table<HistoryRow, string>
  declare readonly connections: Table<Connection, string>
  declare readonly authMethods: Table<AuthMethod, string>
  declare readonly credentials: Table<CredentialRow, string>
  declare readonly vault: Table<VaultRow, string>
  declare readonly runs: Table<RunRow, string>
  declare readonly payloads: Table<PayloadRow, string>
  declare readonly pins: Table<PinsRow, string>
  declare readonly settings: Table<SettingRow, string>
  declare readonly quarantine: Table<QuarantineRow, number>
  declare readonly trash: Table<TrashRow, string>

  /** Set when a newer version of Patchbay has written here: everything can be read, nothing written. */
  readOnly = false

  constructor(
    name: string,
    /** Milliseconds since the epoch. */
    readonly clock: () => number,
  ) {
    super(name)
    this.version(DATABASE_VERSION).stores(SCHEMA_1)
  }
}
