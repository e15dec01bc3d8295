import { sql, type AliasedRawBuilder } from 'kysely'
import { counterColumns } from './counter-columns.ts'
import type { CounterColumn } from '../domain/counters.ts'

/** The sum of each counter of `table` over a group, under the counter's own name. */
export function counterSums(table: string): AliasedRawBuilder<number, CounterColumn>[] {
  return someSums(table, counterColumns)
}

/** The same of a few counters: in a long range each of them costs about as much as finding the row. */
export function someSums<Column extends CounterColumn>(
  table: string,
  columns: readonly Column[],
): AliasedRawBuilder<number, Column>[] {
  return columns.map((column) => sql<number>`sum(${sql.ref(`${table}.${column}`)})`.as(column))
}
