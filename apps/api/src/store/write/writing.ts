import type { Transaction } from 'kysely'
import type { Bulk } from '../engine.ts'
import type { Schema } from '../schema.ts'
import type { DayCache } from './day-cache.ts'
import type { IdRegistry } from './id-registry.ts'

/** What the functions of one transaction write with. */
export type Writing = {
  trx: Transaction<Schema>
  bulk: Bulk
  names: IdRegistry
  days: DayCache
  /** Days before these hold no minutes any more, or nothing at all. */
  foldedBefore: number
  purgedBefore: number
  /** Weeks before this one are summed. */
  weeksBefore: number
}
