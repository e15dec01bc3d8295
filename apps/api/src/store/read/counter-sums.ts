import { sql, type AliasedRawBuilder } from 'kysely'
import { counterColumns, type CounterColumn } from '../counter-columns.ts'

/** The sum of each counter of `table` over a group, under the counter's own name. */
export function counterSums(table: string): AliasedRawBuilder<number, CounterColumn>[] {
  return counterColumns.map((column) =>
    sql<number>`sum(${sql.ref(`${table}.${column}`)})`.as(column),
  )
}
