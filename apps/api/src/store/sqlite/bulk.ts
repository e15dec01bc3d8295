import type { DatabaseSync } from 'node:sqlite'
import { counterColumns } from '../counter-columns.ts'
import type { CounterTable } from '../counter-table.ts'
import type { Bulk, BulkRow } from '../engine.ts'

type Change = (column: string, table: string) => string

const replace: Change = (column) => `${column} = excluded.${column}`
const sum: Change = (column, table) => `${column} = ${table}.${column} + excluded.${column}`

/** A prepared statement in a loop: faster here than any one statement for many rows. */
export function sqliteBulk(database: DatabaseSync): Bulk {
  const run = (change: Change) => (table: CounterTable, rows: readonly BulkRow[]) => {
    if (rows.length === 0) return Promise.resolve()
    const statement = database.prepare(upsert(table, change))
    for (const row of rows) statement.run(...row)
    return Promise.resolve()
  }
  return { put: run(replace), add: run(sum) }
}

function upsert({ name, keys }: CounterTable, change: Change): string {
  const columns = [...keys, ...counterColumns]
  const changes = counterColumns.map((column) => change(column, name))
  return `INSERT INTO ${name} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})
    ON CONFLICT (${keys.join(', ')}) DO UPDATE SET ${changes.join(', ')}`
}
