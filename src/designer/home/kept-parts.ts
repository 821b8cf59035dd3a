export { DamagedRecords } from './damaged-records.tsx'
export { RecentlyDeleted } from './recently-deleted.tsx'
