import type { SumMeasure } from '@podium/contracts'
import { sql, type AliasedRawBuilder } from 'kysely'
import { countersOf } from '../../domain/measure.ts'
import { counterList } from '../../domain/counters.ts'

/** One measure, of each model or of all together: in long series each column is a large part of the work. */
export type Chosen = { measure: SumMeasure; byModel: boolean }

/** Of a row of `table`. */
export function amount(table: string, { measure }: Chosen): AliasedRawBuilder<number, 'amount'> {
  return addends(table, measure).as('amount')
}

/** Of a group of its rows. */
export function amountSum(table: string, { measure }: Chosen): AliasedRawBuilder<number, 'amount'> {
  return sql<number>`sum(${addends(table, measure)})`.as('amount')
}

/** The model of a group of them; `null` is all. */
export function modelOf(
  table: string,
  { byModel }: Chosen,
): AliasedRawBuilder<number | null, 'model'> {
  return sql<number | null>`${byModel ? sql.ref(`${table}.model`) : sql`null`}`.as('model')
}

function addends(table: string, measure: SumMeasure) {
  const columns = counterList
    .filter(({ name }) => countersOf[measure].includes(name))
    .map(({ column }) => sql.ref(`${table}.${column}`))
  return sql<number>`${sql.join(columns, sql` + `)}`
}
