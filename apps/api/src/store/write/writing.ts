import type { Transaction } from 'kysely'
import type { Bulk } from '../engine.ts'
import type { Schema } from '../schema.ts'
import type { KnownDays } from './known-days.ts'
import type { Names } from './names.ts'

/** What the functions of one transaction write with. */
export type Writing = {
  trx: Transaction<Schema>
  bulk: Bulk
  names: Names
  days: KnownDays
  /** Days before these hold no minutes any more, or nothing at all. */
  foldedBefore: number
  purgedBefore: number
  /** Weeks before this one are summed. */
  weeksBefore: number
}
