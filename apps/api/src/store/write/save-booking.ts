import type { Booked } from '../../ledger/day-booking.ts'
import type { Correction, DayGap, ReadMoment } from '../../domain/day-coverage.ts'
import type { Delta } from '../../ledger/delta.ts'
import { toColumns } from '../counter-columns.ts'
import { dayNumber } from '../day-number.ts'
import { dayMs } from '../../domain/utc-day.ts'
import { addRows } from './add-rows.ts'
import { cachedDay } from './day-state.ts'
import { saveCells } from './save-cells.ts'
import { groupByPlace, sumCells, sumDeltas } from './sum-deltas.ts'
import { nextVersion, touchDays } from './versions.ts'
import { planSumming } from './plan-summing.ts'
import type { Writing } from './writing.ts'

type Booking = { day: string; booked: Booked; changes: readonly Delta[]; read: ReadMoment }

/** Keeps one accepted read of a day, whole; true where it is the first, or changed what is booked. */
export async function saveBooking(writing: Writing, booking: Booking): Promise<boolean> {
  const { booked, read, changes } = booking
  const day = dayNumber(booking.day)
  const known = await cachedDay(writing, booking.day)
  const all = [...booked.deltas, ...changes]
  const hasLosses = booked.corrections.length > 0 || changes.length > 0
  const starts = all.map(({ start }) => start)
  const plan = planSumming(known, { readAt: read.startedAt, starts, hasLosses })
  const isFirst = await saveRead(writing, { day, read, summedTo: plan.summedTo })
  // The gateway still has the days that were purged here; they stay away.
  if (day < writing.purgedBefore) return isFirst
  const { names, trx } = writing
  const cells = await names.cells(trx, booked.cells)
  const deltas = await names.cells(trx, all)
  const behind = await saveCells(writing, day, { known, plan, cells })
  const places = groupByPlace(deltas, day < writing.foldedBefore)
  for (const { table, rows } of [sumCells(day, places), ...sumDeltas(day, places, writing)])
    await addRows(writing, table, rows)
  await saveCorrections(writing, day, booked.corrections)
  if (known.lastRead !== null && booked.deltas.some(({ reason }) => reason === 'gap'))
    await saveGap(writing, day, { from: known.lastRead.startedAt, to: read.startedAt })
  const { summedTo, latest } = plan
  writing.days.note(booking.day, { cells: booked.cells, read, summedTo, latest, behind })
  if (cells.length === 0 && deltas.length === 0) return isFirst
  await touchDays(trx, { first: day, last: day })
  return true
}

type SavedRead = { day: number; read: ReadMoment; summedTo: number }

async function saveRead({ trx }: Writing, { day, read, summedTo }: SavedRead): Promise<boolean> {
  const { startedAt: started_ms, finishedAt: finished_ms, source } = read
  const last = { started_ms, finished_ms, source, summed_to: summedTo }
  const { numUpdatedRows } = await trx
    .updateTable('day_read')
    .set(last)
    .where('day', '=', day)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows > 0n) return false
  await trx
    .insertInto('day_read')
    .values((eb) => ({ day, ...last, first_ms: started_ms, version: nextVersion(eb) }))
    .execute()
  return true
}

/** As much of it as lies in the day. */
async function saveGap({ trx }: Writing, day: number, { from, to }: DayGap): Promise<void> {
  const [start, end] = [day * dayMs, (day + 1) * dayMs]
  await trx
    .insertInto('day_gap')
    .values({ day, from_ms: Math.max(start, from), to_ms: Math.min(end, to) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

async function saveCorrections({ trx, names }: Writing, day: number, all: readonly Correction[]) {
  for (const { item, ids } of await names.cells(trx, all))
    await trx
      .insertInto('correction')
      .values({
        team: ids.team,
        day,
        cell: ids.id,
        at_ms: item.at,
        ...toColumns(item.counters),
      })
      .execute()
}
