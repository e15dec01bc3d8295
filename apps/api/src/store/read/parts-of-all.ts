import { setImmediate as nextTurn } from 'node:timers/promises'
import { sql, type Kysely } from 'kysely'
import type { Width } from '../../ledger/delta.ts'
import { toCounters } from '../counter-columns.ts'
import { unplacedCodes } from '../reason-code.ts'
import type { Schema } from '../schema.ts'
import { counterSums } from './counter-sums.ts'
import type { Part } from './parts.ts'
import { dayNumbers, type DayRange, type Span } from './ranges.ts'

const secondsPerDay = 86_400

/** A long range is read a month at a time, so that nobody else has to wait for all of it. */
const atOnce = 30 * secondsPerDay

export async function allDays(db: Kysely<Schema>, range: DayRange): Promise<Part[]> {
  const { first, last } = dayNumbers(range)
  const rows = await db
    .selectFrom('model_day as d')
    .innerJoin('model', 'model.id', 'd.model')
    .selectAll('d')
    .select('model.name')
    .where('d.day', '>=', first)
    .where('d.day', '<=', last)
    .execute()
  return rows.map((row) => ({
    model: row.name,
    start: row.day * secondsPerDay,
    width: 1440,
    isPlaced: !unplacedCodes.has(row.reason),
    counters: toCounters(row),
  }))
}

export async function allHours(db: Kysely<Schema>, { from, to }: Span): Promise<Part[]> {
  const parts: Part[] = []
  for (let start = from; start < to; start += atOnce) {
    const rows = await db
      .selectFrom('model_hour as h')
      .innerJoin('model', 'model.id', 'h.model')
      .selectAll('h')
      .select('model.name')
      .where('h.start', '>=', start)
      .where('h.start', '<', Math.min(start + atOnce, to))
      .execute()
    for (const row of rows)
      parts.push({
        ...{ model: row.name, start: row.start, width: 60, isPlaced: true },
        counters: toCounters(row),
      })
    await nextTurn()
  }
  return parts
}

const quarterStart = sql<number>`b.start - b.start % 900`
const quarterWidth = sql<Width>`case when b.width < 15 then 15 else b.width end`

/** Minutes summed to quarters, a day at a time. */
export async function allQuarters(db: Kysely<Schema>, { from, to }: Span): Promise<Part[]> {
  const parts: Part[] = []
  for (let at = from; at < to; at += secondsPerDay) {
    const rows = await db
      .selectFrom('model_bucket as b')
      .innerJoin('model', 'model.id', 'b.model')
      .select([
        quarterStart.as('begins'),
        quarterWidth.as('minutes'),
        'model.name',
        ...counterSums('b'),
      ])
      .where('b.start', '>=', at)
      .where('b.start', '<', Math.min(at + secondsPerDay, to))
      .groupBy([quarterStart, quarterWidth, 'model.name'])
      .execute()
    for (const row of rows)
      parts.push({
        ...{ model: row.name, start: row.begins, width: row.minutes, isPlaced: true },
        counters: toCounters(row),
      })
    await nextTurn()
  }
  return parts
}
