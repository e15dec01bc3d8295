import { CellMap } from '../../ledger/cell-map.ts'
import type { CellState } from '../../ledger/day-state.ts'
import { counterValues, toColumns } from '../counter-columns.ts'
import { dayCell } from '../counter-table.ts'
import { dropEmpty } from './add-rows.ts'
import { assertCounters } from '../assert-counters.ts'
import type { CachedDay } from './day-cache.ts'
import type { Located } from './id-registry.ts'
import type { SumPlan } from './plan-summing.ts'
import type { Writing } from './writing.ts'

type Changed = { known: CachedDay; plan: SumPlan; cells: readonly Located<CellState>[] }

/** New absolutes of one day, and which of them wait below what is booked; tells which rows are behind from now on. */
export async function saveCells(
  writing: Writing,
  day: number,
  { known, plan, cells }: Changed,
): Promise<CellMap<CellState>> {
  if (plan.when === 'before') await putCells(writing, day, [...known.behind])
  const behind = plan.when === 'before' ? new CellMap<CellState>() : known.behind
  for (const { item } of cells) behind.set(item, item)
  if (plan.when === 'with') await putCells(writing, day, [...behind])
  else
    assertCounters(
      cells.map(({ item }) => counterValues(item.counters)),
      { keys: 0, isAbsolute: true },
    )
  await saveFalls(writing, day, cells)
  return plan.when === 'with' ? new CellMap() : behind
}

export async function putCells(
  writing: Writing,
  day: number,
  cells: readonly CellState[],
): Promise<void> {
  const located = await writing.names.cells(writing.trx, cells)
  const rows = located.map(({ item, ids }) => [
    ids.team,
    day,
    ids.id,
    ...counterValues(item.counters),
  ])
  await writing.bulk.put(dayCell, rows)
  await dropEmpty(writing, dayCell, rows.filter(isEmpty))
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
