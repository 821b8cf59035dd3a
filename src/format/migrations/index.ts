import type { Migration } from './migration.ts'

/**
 * Every migration, oldest first: one numbered file each, `m0001-….ts` from version 1 to 2. A document passes those from
 * its version on. Version 1 is the first and current one, so there is none yet.
 */
export const MIGRATIONS: readonly Migration[] = []
