import type { Booked, Correction } from '../../ledger/day-booking.ts'
import type { ReadMoment } from '../../ledger/day-read.ts'
import type { Delta } from '../../ledger/delta.ts'
import { toColumns } from '../counter-columns.ts'
import { dayNumber } from '../day-number.ts'
import { addRows } from './add-rows.ts'
import { meanwhile } from './meanwhile.ts'
import { saveCells } from './save-cells.ts'
import { sumDeltas } from './sum-deltas.ts'
import { nextVersion, touchDays } from './versions.ts'
import type { Writing } from './writing.ts'

type Booking = { day: string; booked: Booked; changes: readonly Delta[]; read: ReadMoment }

/** Keeps one accepted read of a day, whole; true where it is the first, or changed what is booked. */
export async function saveBooking(writing: Writing, booking: Booking): Promise<boolean> {
  const { booked, read } = booking
  const day = dayNumber(booking.day)
  const isFirst = await saveRead(writing, day, read)
  // The gateway still has the days that were purged here; they stay away.
  if (day < writing.purgedBefore) return isFirst
  const { names, trx } = writing
  const cells = await names.cells(trx, booked.cells)
  const deltas = await names.cells(trx, [...booked.deltas, ...booking.changes])
  const additions = await meanwhile(saveCells(writing, day, cells), () =>
    sumDeltas(day, deltas, day < writing.foldedBefore),
  )
  for (const { table, rows } of additions) await addRows(writing, table, rows)
  await saveCorrections(writing, day, booked.corrections)
  writing.days.note(booking.day, booked.cells, read)
  if (cells.length === 0 && deltas.length === 0) return isFirst
  await touchDays(trx, { first: day, last: day })
  return true
}

async function saveRead({ trx }: Writing, day: number, read: ReadMoment): Promise<boolean> {
  const { startedAt: started_ms, finishedAt: finished_ms, source } = read
  const { numUpdatedRows } = await trx
    .updateTable('day_read')
    .set({ started_ms, finished_ms, source })
    .where('day', '=', day)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows > 0n) return false
  await trx
    .insertInto('day_read')
    .values((eb) => ({
      day,
      started_ms,
      finished_ms,
      source,
      first_ms: started_ms,
      version: nextVersion(eb),
    }))
    .execute()
  return true
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
