import { sql, type Kysely } from 'kysely'
import type { Schema } from '../schema.ts'
import type { Span } from './ranges.ts'

/** Epoch milliseconds: from one good read of the gateway to the next, where that took long. */
export type WatchBreak = { from: number; to: number }

/** When the gateway was read in a span: first, last, and the long breaks between; `null` is never. */
export type Watch = { first: number; last: number; breaks: WatchBreak[] }

/** The reads just before and after the span count too: what it begins and ends with was seen by them. */
export async function readWatch(
  db: Kysely<Schema>,
  span: Span,
  longestMs: number,
): Promise<Watch | null> {
  const at = (edge: number) => edge * 1000
  const good = db.selectFrom('poll').where('source', '=', 'activity').where('outcome', '=', 'ok')
  const before = good
    .select((eb) => eb.fn.max<number | null>('started_ms').as('at'))
    .where('started_ms', '<=', at(span.from))
  const after = good
    .select((eb) => eb.fn.min<number | null>('started_ms').as('at'))
    .where('started_ms', '>=', at(span.to))
  const [earliest, latest] = [await before.executeTakeFirst(), await after.executeTakeFirst()]
  const within = good
    .select([
      'started_ms as to',
      sql<number | null>`lag(started_ms) over (order by started_ms)`.as('from'),
    ])
    .where('started_ms', '>=', earliest?.at ?? at(span.from))
    .where('started_ms', '<=', latest?.at ?? at(span.to))
  const ends = await db
    .selectFrom(within.as('read'))
    .select((eb) => [
      eb.fn.min<number | null>('read.to').as('first'),
      eb.fn.max<number | null>('read.to').as('last'),
    ])
    .executeTakeFirst()
  if (ends === undefined || ends.first === null || ends.last === null) return null
  const rows = await db
    .selectFrom(within.as('read'))
    .select(['read.from', 'read.to'])
    .where(sql`read."to" - read."from"`, '>', longestMs)
    .orderBy('read.to')
    .execute()
  const breaks = rows.flatMap(({ from, to }) => (from === null ? [] : [{ from, to }]))
  return { first: ends.first, last: ends.last, breaks }
}
