import type { Delta } from '../../ledger/delta.ts'
import { counterValues } from '../counter-columns.ts'
import {
  delta,
  modelBucket,
  modelDay,
  modelHour,
  type CounterTable,
  teamDay,
  teamHour,
  teamModelDay,
  teamModelHour,
  teamModelWeek,
} from '../counter-table.ts'
import { weekNumber } from '../day-number.ts'
import type { BulkRow } from '../engine.ts'
import { reasonCode, unplacedCodes } from '../reason-code.ts'
import type { Located } from './id-registry.ts'
import { listRows, sumItems, sumRows, type Counted } from './sum-rows.ts'
import { secondsPerHour } from '../../domain/utc-day.ts'

const quarterSeconds = 900
/** With any number of teams that a table can name, still below 2^53. */
const mostModels = 2 ** 21

export type Addition = { table: CounterTable; rows: BulkRow[] }

type Row = Counted & {
  team: number
  model: number
  cell: number
  start: number
  width: number
  reason: number
}

/** One day's deltas by place. A poll books into few; in each a cell, or a team and model, is told by one number. */
export function groupByPlace(deltas: readonly Located<Delta>[], isFolded: boolean): Row[][] {
  const rows = deltas.map((each) => toRow(each, isFolded))
  return [...Map.groupBy(rows, placeNumber).values()]
}

/** What they add to the table of them. */
export function sumCells(day: number, places: readonly Row[][]): Addition {
  const keysOf = (row: Row) => [row.team, day, row.start, row.cell, row.width, row.reason]
  return { table: delta, rows: places.flatMap((rows) => sumRows(rows, keysOf, ({ cell }) => cell)) }
}

/** What they add to every sum that is kept of them; to that of their week where it is over. */
export function sumDeltas(
  day: number,
  places: readonly Row[][],
  { weeksBefore }: { weeksBefore: number },
): Addition[] {
  // Every other sum is one of these, of which there are fewer.
  const all = places.flatMap((rows) => sumItems(rows, (row) => row.team * mostModels + row.model))
  const placed = all.filter(({ reason }) => !unplacedCodes.has(reason))
  // In one place alone, which is what a poll has, they are summed already.
  const byTeamAndModel = places.length === 1 ? listRows : sumRows
  const days = byTeamAndModel(all, (row) => [row.team, day, row.model])
  const week = weekNumber(day)
  const weeks = days.map(([team = 0, , ...rest]) => [team, week, ...rest])
  return [
    {
      table: teamHour,
      rows: sumRows(placed, (row) => [row.team, floor(row.start, secondsPerHour), row.reason]),
    },
    {
      table: teamModelHour,
      rows: byTeamAndModel(placed, (row) => [
        row.team,
        floor(row.start, secondsPerHour),
        row.model,
      ]),
    },
    { table: teamDay, rows: sumRows(all, (row) => [row.team, day, row.reason]) },
    { table: teamModelDay, rows: days },
    { table: teamModelWeek, rows: week < weeksBefore ? weeks : [] },
    {
      table: modelHour,
      rows: sumRows(placed, (row) => [floor(row.start, secondsPerHour), row.model]),
    },
    { table: modelDay, rows: sumRows(all, (row) => [day, row.reason, row.model]) },
    {
      table: modelBucket,
      rows: sumRows(placed, (row) => [row.start, row.width, row.reason, row.model]),
    },
  ]
}

/** A day without minutes takes no new ones. */
function toRow({ item, ids }: Located<Delta>, isFolded: boolean): Row {
  const folds = isFolded && item.width === 1
  return {
    team: ids.team,
    model: ids.model,
    cell: ids.id,
    start: folds ? floor(item.start, quarterSeconds) : item.start,
    width: folds ? 15 : item.width,
    reason: reasonCode(item.reason),
    counters: counterValues(item.counters),
  }
}

/** Start, width and reason in one number: a width is below 2^11, a reason below 2^3. */
function placeNumber({ start, width, reason }: Row): number {
  return start * 2 ** 14 + width * 2 ** 3 + reason
}

function floor(instant: number, seconds: number): number {
  return instant - (instant % seconds)
}
