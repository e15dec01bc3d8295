import { sql, type Kysely } from 'kysely'
import type { Width } from '../../domain/placement.ts'
import { unplacedCodes } from '../reason-code.ts'
import { amount, amountSum, modelOf, type Chosen } from './amounts.ts'
import { modelNames } from './model-names.ts'
import type { TimeSlice } from '../../domain/time-slice.ts'
import { dayNumbers } from './ranges.ts'
import type { DayRange, Span } from '../../domain/span.ts'
import { byHours } from './in-steps.ts'
import { secondsPerDay } from '../../domain/utc-day.ts'
import type { Schema } from '../schema.ts'

type Db = Kysely<Schema>

/** What all models have in an hour: a row each, or a row a minute, which are quickly read. */
const hourRows = 40
const minuteRows = 400

export async function allDays(db: Db, range: DayRange, chosen: Chosen): Promise<TimeSlice[]> {
  const { first, last } = dayNumbers(range)
  const nameOf = await modelNames(db)
  const rows = await db
    .selectFrom('model_day as d')
    .select(['d.day', 'd.reason', modelOf('d', chosen), amountSum('d', chosen)])
    .where('d.day', '>=', first)
    .where('d.day', '<=', last)
    .groupBy(['d.day', 'd.reason'])
    .$if(chosen.byModel, (query) => query.groupBy('d.model'))
    .execute()
  return rows.map((row) => ({
    model: nameOf(row.model),
    start: row.day * secondsPerDay,
    width: 1440,
    isPlaced: !unplacedCodes.has(row.reason),
    amount: row.amount,
  }))
}

export async function allHours(db: Db, span: Span, chosen: Chosen): Promise<TimeSlice[]> {
  const nameOf = await modelNames(db)
  return byHours(span, hourRows, async ({ from, to }) => {
    const rows = await db
      .selectFrom('model_hour as h')
      .select(['h.start', modelOf('h', chosen), amountSum('h', chosen)])
      .where('h.start', '>=', from)
      .where('h.start', '<', to)
      .groupBy('h.start')
      .$if(chosen.byModel, (query) => query.groupBy('h.model'))
      .execute()
    return rows.map((row) => ({
      model: nameOf(row.model),
      start: row.start,
      width: 60,
      isPlaced: true,
      amount: row.amount,
    }))
  })
}

const quarterStart = sql<number>`b.start - b.start % 900`
const quarterWidth = sql<Width>`case when b.width < 15 then 15 else b.width end`

/** Minutes summed to quarters. */
export async function allQuarters(db: Db, span: Span, chosen: Chosen): Promise<TimeSlice[]> {
  const nameOf = await modelNames(db)
  return byHours(span, minuteRows, async ({ from, to }) => {
    const rows = await db
      .selectFrom('model_bucket as b')
      .select([quarterStart.as('begins'), quarterWidth.as('minutes'), 'b.model'])
      .select(amountSum('b', chosen))
      .where('b.start', '>=', from)
      .where('b.start', '<', to)
      .groupBy([quarterStart, quarterWidth, 'b.model'])
      .execute()
    return rows.map((row) => ({
      model: nameOf(row.model),
      start: row.begins,
      width: row.minutes,
      isPlaced: true,
      amount: row.amount,
    }))
  })
}

export async function allMinutes(db: Db, span: Span, chosen: Chosen): Promise<TimeSlice[]> {
  const nameOf = await modelNames(db)
  return byHours(span, minuteRows, async ({ from, to }) => {
    const rows = await db
      .selectFrom('model_bucket as b')
      .select(['b.start', 'b.width', modelOf('b', chosen)])
      .where('b.start', '>=', from)
      .where('b.start', '<', to)
      .$if(chosen.byModel, (query) => query.select(amount('b', chosen)))
      .$if(!chosen.byModel, (query) =>
        query.select(amountSum('b', chosen)).groupBy(['b.start', 'b.width']),
      )
      .execute()
    return rows.map((row) => ({
      model: nameOf(row.model),
      start: row.start,
      width: row.width,
      isPlaced: true,
      amount: row.amount ?? 0,
    }))
  })
}
