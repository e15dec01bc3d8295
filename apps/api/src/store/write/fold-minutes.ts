import { sql } from 'kysely'
import { counterColumns } from '../counter-columns.ts'
import { delta, modelBucket } from '../counter-table.ts'
import { dayNumber, dayText } from '../day-number.ts'
import { counterSums } from '../counter-sums.ts'
import { addRows } from './add-rows.ts'
import { cachedDay } from './day-state.ts'
import { putCells } from './save-cells.ts'
import { touchDays } from './versions.ts'
import type { Writing } from './writing.ts'
import { secondsPerDay } from '../../domain/utc-day.ts'

const quarter = 15

/**
 * Folds the minutes of the oldest day that has any into quarters of an hour, if it lies before `day`, and names
 * it; null when nothing is left. A day at a time, so that polls come in between.
 */
export async function foldOldestMinutes(writing: Writing, day: string): Promise<string | null> {
  const { trx, foldedBefore } = writing
  const oldest = await trx
    .selectFrom('model_bucket')
    .select('start')
    .where('start', '>=', foldedBefore * secondsPerDay)
    .where('width', '=', 1)
    .orderBy('start')
    .limit(1)
    .executeTakeFirst()
  const end = dayNumber(day)
  const number = oldest === undefined ? end : Math.floor(oldest.start / secondsPerDay)
  const isLeft = number < end
  if (isLeft) {
    await foldDay(writing, number)
    await touchDays(trx, { first: number, last: number })
  }
  const foldedNow = isLeft ? number + 1 : end
  await trx
    .updateTable('state')
    .set({ folded_before: foldedNow })
    .where('folded_before', '<', foldedNow)
    .execute()
  return isLeft ? dayText(number) : null
}

async function foldDay(writing: Writing, day: number): Promise<void> {
  await sumDay(writing, day)
  const teams = await writing.trx.selectFrom('team').select('id').execute()
  for (const { id } of teams) await foldDeltas(writing, id, day)
  await foldBuckets(writing, day)
}

/** A minute that becomes part of a quarter begins earlier from then on: nothing may wait for being summed. */
async function sumDay(writing: Writing, day: number): Promise<void> {
  const end = (day + 1) * secondsPerDay
  const isOpen = await writing.trx
    .selectFrom('day_read')
    .select('day')
    .where('day', '=', day)
    .where('summed_to', '<', end)
    .executeTakeFirst()
  if (isOpen === undefined) return
  const { behind } = await cachedDay(writing, dayText(day))
  await putCells(writing, day, [...behind])
  await writing.trx.updateTable('day_read').set({ summed_to: end }).where('day', '=', day).execute()
  writing.days.forget()
}

const quarterStart = sql<number>`start - start % 900`

async function foldDeltas(writing: Writing, team: number, day: number): Promise<void> {
  const { trx } = writing
  const rows = await trx
    .selectFrom('delta')
    .select([quarterStart.as('quarter'), 'cell', 'reason', ...counterSums('delta')])
    .where('team', '=', team)
    .where('day', '=', day)
    .where('width', '=', 1)
    .groupBy(['quarter', 'cell', 'reason'])
    .execute()
  if (rows.length === 0) return
  await trx
    .deleteFrom('delta')
    .where('team', '=', team)
    .where('day', '=', day)
    .where('width', '=', 1)
    .execute()
  await addRows(
    writing,
    delta,
    rows.map((row) => [
      team,
      day,
      row.quarter,
      row.cell,
      quarter,
      row.reason,
      ...counterColumns.map((column) => row[column]),
    ]),
  )
}

async function foldBuckets(writing: Writing, day: number): Promise<void> {
  const { trx } = writing
  const from = day * secondsPerDay
  const rows = await trx
    .selectFrom('model_bucket')
    .select([quarterStart.as('quarter'), 'reason', 'model', ...counterSums('model_bucket')])
    .where('start', '>=', from)
    .where('start', '<', from + secondsPerDay)
    .where('width', '=', 1)
    .groupBy(['quarter', 'reason', 'model'])
    .execute()
  await trx
    .deleteFrom('model_bucket')
    .where('start', '>=', from)
    .where('start', '<', from + secondsPerDay)
    .where('width', '=', 1)
    .execute()
  await addRows(
    writing,
    modelBucket,
    rows.map((row) => [
      row.quarter,
      quarter,
      row.reason,
      row.model,
      ...counterColumns.map((column) => row[column]),
    ]),
  )
}
