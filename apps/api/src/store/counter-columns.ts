import type { Counters } from '@podium/litellm-client'
import { counterList, noCounters, type CounterColumn } from '../domain/counters.ts'

/** The columns of every table that counts, in their order there. */
export const counterColumns: readonly CounterColumn[] = counterList.map(({ column }) => column)

export type CounterColumns = Record<CounterColumn, number>

/** In the order of the columns. */
export function counterValues(values: Counters): number[] {
  return counterList.map(({ name }) => values[name])
}

export function toColumns(values: Counters): CounterColumns {
  const entries = counterList.map(({ name, column }) => [column, values[name]])
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- the list of counters is where the columns' type comes from
  return Object.fromEntries(entries) as CounterColumns
}

export function toCounters(row: CounterColumns): Counters {
  const values = { ...noCounters }
  for (const { name, column } of counterList) values[name] = row[column]
  return values
}
