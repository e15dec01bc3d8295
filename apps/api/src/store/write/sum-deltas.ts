import type { Delta } from '../../ledger/delta.ts'
import { counterValues } from '../counter-columns.ts'
import { delta, modelBucket, modelDay, modelHour, type CounterTable } from '../counter-table.ts'
import { teamDay, teamHour, teamModelDay, teamModelHour, teamModelWeek } from '../counter-table.ts'
import { weekNumber } from '../day-number.ts'
import type { BulkRow } from '../engine.ts'
import { reasonCode, unplacedCodes } from '../reason-code.ts'
import type { Located } from './names.ts'
import { sumRows } from './sum-rows.ts'

const quarterSeconds = 900
const hourSeconds = 3600

type Addition = { table: CounterTable; rows: BulkRow[] }

/** What one day's deltas add to the table of them, and to every sum that is kept of them. */
export function sumDeltas(
  day: number,
  deltas: readonly Located<Delta>[],
  isFolded: boolean,
): Addition[] {
  const cells = deltas.map((change) => toRow(change, isFolded))
  // Every other sum is one of these, of which there are fewer.
  const models = sumRows(cells, (row) => [row.team, row.model, row.start, row.width, row.reason])
  const all = models.map(
    ([team = 0, model = 0, start = 0, width = 0, reason = 0, ...counters]) => ({
      ...{ team, model, start, width, reason, counters },
    }),
  )
  const placed = all.filter(({ reason }) => !unplacedCodes.has(reason))
  const days = sumRows(all, (row) => [row.team, day, row.model])
  return [
    {
      table: delta,
      rows: sumRows(cells, (row) => [row.team, day, row.start, row.cell, row.width, row.reason]),
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

function floor(instant: number, seconds: number): number {
  return instant - (instant % seconds)
}
