import type { Booked, Correction } from '../../ledger/day-booking.ts'
import type { ReadMoment } from '../../ledger/day-read.ts'
import type { Delta } from '../../ledger/delta.ts'
import { toColumns } from '../counter-columns.ts'
import { dayNumber } from '../day-number.ts'
import { addRows } from './add-rows.ts'
import { meanwhile } from './meanwhile.ts'
import { saveCells } from './save-cells.ts'
import { sumDeltas } from './sum-deltas.ts'
import type { Writing } from './writing.ts'

type Booking = { day: string; booked: Booked; changes: readonly Delta[]; read: ReadMoment }

/** Keeps one accepted read of a day, whole; true where it changed what is booked. */
export async function saveBooking(writing: Writing, booking: Booking): Promise<boolean> {
  const { booked, read } = booking
  const day = dayNumber(booking.day)
  await saveRead(writing, day, read)
  // The gateway still has the days that were purged here; they stay away.
  if (day < writing.purgedBefore) return false
  const { names, trx } = writing
  const cells = await names.cells(trx, booked.cells)
  const deltas = await names.cells(trx, [...booked.deltas, ...booking.changes])
  const additions = await meanwhile(saveCells(writing, day, cells), () =>
    sumDeltas(day, deltas, day < writing.foldedBefore),
  )
  for (const { table, rows } of additions) await addRows(writing, table, rows)
  await saveCorrections(writing, day, booked.corrections)
  writing.days.note(booking.day, booked.cells, read)
  return booked.cells.length > 0 || deltas.length > 0
}

async function saveRead({ trx }: Writing, day: number, read: ReadMoment): Promise<void> {
  const { startedAt: started_ms, finishedAt: finished_ms, source } = read
  await trx
    .insertInto('day_read')
    .values({ day, started_ms, finished_ms, source, first_ms: started_ms })
    .onConflict((conflict) =>
      conflict.column('day').doUpdateSet({ started_ms, finished_ms, source }),
    )
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
