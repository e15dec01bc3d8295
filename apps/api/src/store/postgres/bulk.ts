import { CompiledQuery, type Transaction } from 'kysely'
import { counterColumns, dollarColumns } from '../counter-columns.ts'
import type { CounterTable } from '../counter-table.ts'
import type { Bulk, BulkRow } from '../engine.ts'
import type { Schema } from '../schema.ts'
import { float8Array } from './float8-array.ts'
import { schemaName } from './schema-name.ts'

type Change = (column: string) => string

const replace: Change = (column) => `${column} = excluded.${column}`
const sum: Change = (column) => `${column} = t.${column} + excluded.${column}`

/** One statement and one parameter for all rows: no limit on parameters is near. */
export function postgresBulk(trx: Transaction<Schema>): Bulk {
  const run = (change: Change) => async (table: CounterTable, rows: readonly BulkRow[]) => {
    if (rows.length === 0) return
    const parameters = [float8Array(rows), rows.length]
    await trx.executeQuery(CompiledQuery.raw(upsert(table, change), parameters))
  }
  return { put: run(replace), add: run(sum) }
}

/**
 * One array that is picked apart by position costs the server a third of `unnest` with an array a column. It is
 * materialized because a plan copies its constants wherever they are named.
 */
function upsert({ name, keys }: CounterTable, change: Change): string {
  const columns = [...keys, ...counterColumns]
  const values = columns.map((column, index) => `v[i + ${index + 1}]${castOf(column)}`)
  const last = `($2::int4 - 1) * ${columns.length}`
  return `WITH sent AS MATERIALIZED (SELECT $1::float8[] AS v)
    INSERT INTO ${schemaName}.${name} AS t (${columns.join(', ')})
    SELECT ${values.join(', ')} FROM sent, generate_series(0, ${last}, ${columns.length}) AS i
    ON CONFLICT (${keys.join(', ')}) DO UPDATE SET ${counterColumns.map(change).join(', ')}`
}

/** Whole numbers of ours are below 2^53, where a float8 is exact. */
function castOf(column: string): string {
  return dollarColumns.has(column) ? '' : '::int8'
}
