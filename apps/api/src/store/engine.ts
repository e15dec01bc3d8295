import type { Kysely, Transaction } from 'kysely'
import type { CounterTable } from './counter-table.ts'
import type { Schema } from './schema.ts'

/** Values in the order of the table's keys, then of its counters. */
export type BulkRow = readonly number[]

/** Thousands of rows in one go, written by hand for each engine. No two rows of a call share a key. */
export type Bulk = {
  /** Replaces the row of the same key. */
  put: (table: CounterTable, rows: readonly BulkRow[]) => Promise<void>
  /** Adds to the row of the same key. */
  add: (table: CounterTable, rows: readonly BulkRow[]) => Promise<void>
}

/** What SQLite and PostgreSQL have to offer alike. */
export type Engine = {
  /** One connection that writes; PostgreSQL's may also serve readers. */
  db: Kysely<Schema>
  readerDb: Kysely<Schema>
  bulk: (trx: Transaction<Schema>) => Bulk
  /** What a transaction that writes says first. */
  beginWrite: (trx: Transaction<Schema>) => Promise<void>
  /** The clock of leases, in milliseconds: one for all who share the database. */
  clock: (db: Kysely<Schema>) => Promise<number>
  /** In our words, where it is one that is expected of a database. */
  explain: (error: unknown) => unknown
  /** Tells whoever listens that something was written; where it cannot, they look for themselves. */
  announce: () => Promise<void>
  /** Calls back at what any process announces, until it is stopped. */
  listen: (onNotice: () => void) => () => Promise<void>
  /** Gives the room of deleted rows back to the disk, where that has to be asked for. */
  shrink: () => Promise<void>
  /** What the data takes on the disk. */
  bytes: () => Promise<number>
  close: () => Promise<void>
}
