import { sql } from 'kysely'
import { counterColumns } from '../counter-columns.ts'
import type { CounterTable } from '../counter-table.ts'
import type { BulkRow } from '../engine.ts'
import type { Writing } from './writing.ts'

/** Adds to the rows of the same key, and drops those that this empties. */
export async function addRows(
  writing: Writing,
  table: CounterTable,
  rows: readonly BulkRow[],
): Promise<void> {
  const { length } = table.keys
  const changes = rows.filter((row) => row.findLastIndex((value) => value !== 0) >= length)
  await writing.bulk.add(table, changes)
  // No key is below nothing.
  const lowered = changes.filter((row) => row.some((value) => value < 0))
  await dropEmpty(writing, table, lowered)
}

/** Deletes those of these rows that count nothing. */
export async function dropEmpty(
  { trx }: Writing,
  table: CounterTable,
  rows: readonly BulkRow[],
): Promise<void> {
  const keys = sql.join(table.keys.map((key) => sql.ref(key)))
  for (let start = 0; start < rows.length; start += chunkRows) {
    const named = rows
      .slice(start, start + chunkRows)
      .map((row) => sql`(${sql.join(row.slice(0, table.keys.length).map((id) => sql.lit(id)))})`)
    let query = trx
      .deleteFrom(table.name)
      .where(sql<boolean>`(${keys}) IN (VALUES ${sql.join(named)})`)
    for (const column of counterColumns) query = query.where(sql.ref(column), '=', 0)
    await query.execute()
  }
}

/** Long enough for one statement to be worth it, short enough for any engine to read it. */
const chunkRows = 1000
