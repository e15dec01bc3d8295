import type { CellState } from '../../ledger/day-state.ts'
import { counterValues, toColumns } from '../counter-columns.ts'
import { dayCell } from '../counter-table.ts'
import { dropEmpty } from './add-rows.ts'
import type { Located } from './names.ts'
import type { Writing } from './writing.ts'

/** New absolutes of one day, and which of them wait below what is booked. */
export async function saveCells(
  writing: Writing,
  day: number,
  cells: readonly Located<CellState>[],
): Promise<void> {
  const rows = cells.map(({ item, ids }) => [
    ids.team,
    day,
    ids.id,
    ...counterValues(item.counters),
  ])
  await writing.bulk.put(dayCell, rows)
  await dropEmpty(writing, dayCell, rows.filter(isEmpty))
  await saveFalls(writing, day, cells)
}

function isEmpty(row: readonly number[]): boolean {
  return row.every((value, index) => index < dayCell.keys.length || value === 0)
}

/** Falls are few: all of the day are looked up, and only theirs are touched. */
async function saveFalls({ trx }: Writing, day: number, cells: readonly Located<CellState>[]) {
  const known = await trx.selectFrom('fall').select('cell').where('day', '=', day).execute()
  const waiting = new Set(known.map(({ cell }) => cell))
  for (const { item, ids } of cells) {
    if (waiting.has(ids.id))
      await trx
        .deleteFrom('fall')
        .where('team', '=', ids.team)
        .where('day', '=', day)
        .where('cell', '=', ids.id)
        .execute()
    if (item.fall === null) continue
    const { reads, firstAt, lowest } = item.fall
    const key = { team: ids.team, day, cell: ids.id }
    await trx
      .insertInto('fall')
      .values({ ...key, reads, first_ms: firstAt, ...toColumns(lowest) })
      .execute()
  }
}
