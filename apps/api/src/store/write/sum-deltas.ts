import type { Delta } from '../../ledger/delta.ts'
import { counterValues } from '../counter-columns.ts'
import { delta, modelBucket, modelDay, modelHour, type CounterTable } from '../counter-table.ts'
import { teamDay, teamHour, teamModelDay, teamModelHour, teamModelWeek } from '../counter-table.ts'
import { weekNumber } from '../day-number.ts'
import type { BulkRow } from '../engine.ts'
import { reasonCode, unplacedCodes } from '../reason-code.ts'
import type { Located } from './names.ts'
import { sumItems, sumRows } from './sum-rows.ts'

const quarterSeconds = 900
const hourSeconds = 3600
/** With any number of teams that a table can name, still below 2^53. */
const mostModels = 2 ** 21

type Addition = { table: CounterTable; rows: BulkRow[] }

/** What one day's deltas add to the table of them, and to every sum that is kept of them. */
export function sumDeltas(
  day: number,
  deltas: readonly Located<Delta>[],
  isFolded: boolean,
): Addition[] {
  // A poll books into few places; in each of them a cell, or a team and model, is told by one number.
  const places = [
    ...Map.groupBy(
      deltas.map((each) => toRow(each, isFolded)),
      placeNumber,
    ).values(),
  ]
  const cells = places.flatMap((rows) => sumItems(rows, (row) => row.cell))
  // Every other sum is one of these, of which there are fewer.
  const all = places.flatMap((rows) => sumItems(rows, (row) => row.team * mostModels + row.model))
  const placed = all.filter(({ reason }) => !unplacedCodes.has(reason))
  const days = sumRows(all, (row) => [row.team, day, row.model])
  return [
    {
      table: delta,
      rows: cells.map(({ team, start, cell, width, reason, counters }) => [
        ...[team, day, start, cell, width, reason],
        ...counters,
      ]),
    },
    {
      table: teamHour,
      rows: sumRows(placed, (row) => [row.team, floor(row.start, hourSeconds), row.reason]),
    },
    {
      table: teamModelHour,
      rows: sumRows(placed, (row) => [row.team, floor(row.start, hourSeconds), row.model]),
    },
    { table: teamDay, rows: sumRows(all, (row) => [row.team, day, row.reason]) },
    { table: teamModelDay, rows: days },
    {
      table: teamModelWeek,
      rows: days.map(([team = 0, , ...rest]) => [team, weekNumber(day), ...rest]),
    },
    {
      table: modelHour,
      rows: sumRows(placed, (row) => [floor(row.start, hourSeconds), row.model]),
    },
    { table: modelDay, rows: sumRows(all, (row) => [day, row.reason, row.model]) },
    {
      table: modelBucket,
      rows: sumRows(placed, (row) => [row.start, row.width, row.reason, row.model]),
    },
  ]
}

/** A day without minutes takes no new ones. */
function toRow({ item, ids }: Located<Delta>, isFolded: boolean) {
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
function placeNumber({ start, width, reason }: ReturnType<typeof toRow>): number {
  return start * 2 ** 14 + width * 2 ** 3 + reason
}

function floor(instant: number, seconds: number): number {
  return instant - (instant % seconds)
}
