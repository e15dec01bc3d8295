import { CompiledQuery, type Transaction } from 'kysely'
import { counterList } from '../../domain/counters.ts'
import { assertCounters } from '../assert-counters.ts'
import { counterColumns } from '../counter-columns.ts'
import type { CounterTable } from '../counter-table.ts'
import type { Bulk, BulkRow } from '../engine.ts'
import type { Schema } from '../schema.ts'
import { schemaName } from './schema-name.ts'

type Change = (column: string) => string

const replace: Change = (column) => `${column} = new.${column}`
const sum: Change = (column) => `${column} = t.${column} + new.${column}`

/** One statement for all rows, with an array a column: the limit on parameters is far away. */
export function postgresBulk(trx: Transaction<Schema>): Bulk {
  const run = (change: Change) => async (table: CounterTable, rows: readonly BulkRow[]) => {
    if (rows.length === 0) return
    assertCounters(rows, { keys: table.keys.length, isAbsolute: change === replace })
    const columns = [...table.keys, ...counterColumns]
    const arrays = columns.map((_, index) => rows.map((row) => row[index]))
    await trx.executeQuery(CompiledQuery.raw(merge(table, change), arrays))
  }
  return { put: run(replace), add: run(sum) }
}

const counterTypes = counterList.map(({ unit }) =>
  unit === 'usd' || unit === 'signed usd' ? 'float8' : 'int8',
)

/** `MERGE` takes two thirds of the time of `ON CONFLICT`; it minds no others who write, and the lease lets none. */
function merge({ name, keys }: CounterTable, change: Change): string {
  const columns = [...keys, ...counterColumns]
  const types = [...keys.map(() => 'int8'), ...counterTypes]
  const arrays = types.map((type, index) => `$${index + 1}::${type}[]`)
  return `MERGE INTO ${schemaName}.${name} AS t
    USING unnest(${arrays.join(', ')}) AS new (${columns.join(', ')})
      ON ${keys.map((key) => `t.${key} = new.${key}`).join(' AND ')}
    WHEN MATCHED THEN UPDATE SET ${counterColumns.map(change).join(', ')}
    WHEN NOT MATCHED THEN INSERT (${columns.join(', ')})
      VALUES (${columns.map((column) => `new.${column}`).join(', ')})`
}
