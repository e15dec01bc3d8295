import { CompiledQuery, type Transaction } from 'kysely'
import { counterColumns, dollarColumns } from '../counter-columns.ts'
import type { CounterTable } from '../counter-table.ts'
import type { Bulk, BulkRow } from '../engine.ts'
import type { Schema } from '../schema.ts'
import { schemaName } from './schema-name.ts'

type Change = (column: string) => string

const replace: Change = (column) => `${column} = excluded.${column}`
const sum: Change = (column) => `${column} = t.${column} + excluded.${column}`

/** One statement for all rows, a parameter a column: no limit on parameters is near. */
export function postgresBulk(trx: Transaction<Schema>): Bulk {
  const run = (change: Change) => async (table: CounterTable, rows: readonly BulkRow[]) => {
    if (rows.length === 0) return
    const width = table.keys.length + counterColumns.length
    const arrays = Array.from({ length: width }, (_, index) => arrayText(rows, index))
    await trx.executeQuery(CompiledQuery.raw(upsert(table, change), arrays))
  }
  return { put: run(replace), add: run(sum) }
}

function arrayText(rows: readonly BulkRow[], index: number): string {
  let text = '{'
  for (const row of rows) text += text === '{' ? String(row[index]) : `,${String(row[index])}`
  return `${text}}`
}

function upsert({ name, keys }: CounterTable, change: Change): string {
  const columns = [...keys, ...counterColumns]
  const arrays = columns.map((column, index) => `$${index + 1}::${arrayType(column)}[]`)
  return `INSERT INTO ${schemaName}.${name} AS t (${columns.join(', ')})
    SELECT * FROM unnest(${arrays.join(', ')})
    ON CONFLICT (${keys.join(', ')}) DO UPDATE SET ${counterColumns.map(change).join(', ')}`
}

function arrayType(column: string): string {
  return dollarColumns.has(column) ? 'float8' : 'int8'
}
