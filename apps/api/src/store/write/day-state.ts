import type { Transaction } from 'kysely'
import type { CellName } from '../../ledger/cell.ts'
import { CellMap } from '../../ledger/cell-map.ts'
import type { CellState, DayState, Fall } from '../../ledger/day-state.ts'
import type { Delta } from '../../ledger/delta.ts'
import { toCounters } from '../counter-columns.ts'
import { dayNumber } from '../day-number.ts'
import { toDelta } from '../read/delta-row.ts'
import type { Schema } from '../schema.ts'
import type { Writing } from './writing.ts'

/** What is booked for a day, as the ledger wants it. */
export async function dayState(writing: Writing, day: string): Promise<DayState> {
  const known = writing.days.get(day)
  if (known !== null) return known
  const state = await readDayState(writing, day)
  writing.days.put(day, state)
  return state
}

async function readDayState({ trx, names }: Writing, day: string): Promise<DayState> {
  const number = dayNumber(day)
  const falls = await readFalls(trx, number)
  const rows = await trx
    .selectFrom('team')
    .crossJoin('day_cell as c')
    .whereRef('c.team', '=', 'team.id')
    .selectAll('c')
    .where('c.day', '=', number)
    .execute()
  const cells = new CellMap<CellState>()
  for (const row of rows) {
    const name = names.nameOf(row.cell)
    const fall = falls.get(row.cell) ?? null
    cells.set(name, { ...name, counters: toCounters(row), fall })
  }
  return { day, lastRead: await readLastRead(trx, number), cells }
}

async function readFalls(trx: Transaction<Schema>, day: number): Promise<Map<number, Fall>> {
  const rows = await trx.selectFrom('fall').selectAll().where('day', '=', day).execute()
  return new Map(
    rows.map((row) => [
      row.cell,
      { reads: row.reads, firstAt: row.first_ms, lowest: toCounters(row) },
    ]),
  )
}

async function readLastRead(trx: Transaction<Schema>, day: number): Promise<DayState['lastRead']> {
  const row = await trx.selectFrom('day_read').selectAll().where('day', '=', day).executeTakeFirst()
  if (row === undefined) return null
  return { startedAt: row.started_ms, finishedAt: row.finished_ms, source: row.source }
}

/** Oldest first. */
export async function readDeltasOf(
  { trx, names }: Writing,
  day: string,
  cell: CellName,
): Promise<Delta[]> {
  const ids = names.find(cell)
  if (ids === undefined) return []
  const rows = await trx
    .selectFrom('delta')
    .selectAll()
    .where('team', '=', ids.team)
    .where('day', '=', dayNumber(day))
    .where('cell', '=', ids.id)
    .orderBy('start')
    .execute()
  return rows.map((row) => toDelta(row, names.nameOf(row.cell)))
}
