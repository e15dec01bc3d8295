import { sql, type AliasedRawBuilder } from 'kysely'
import type { CounterColumn } from '../../domain/counters.ts'

const columnsOf = {
  tokens: ['prompt', 'completion'],
  prompt_tokens: ['prompt'],
  completion_tokens: ['completion'],
  cache_read_tokens: ['cache_read'],
  requests: ['requests'],
  successes: ['successes'],
  failures: ['failures'],
  spend: ['spend'],
} as const satisfies Record<string, readonly CounterColumn[]>

/** What an answer is about, where it is about one thing: of long series each column is a large part of the work. */
export type Measure = keyof typeof columnsOf

/** Of which measure, and whether of each model or of all together. */
export type Chosen = { measure: Measure; byModel: boolean }

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

function addends(table: string, measure: Measure) {
  const columns = columnsOf[measure].map((column) => sql.ref(`${table}.${column}`))
  return sql<number>`${sql.join(columns, sql` + `)}`
}
