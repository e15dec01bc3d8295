import type { Delta } from '../../ledger/delta.ts'
import { counterValues } from '../counter-columns.ts'
import { delta, modelBucket, teamDay, teamHour } from '../counter-table.ts'
import { teamModelDay, teamModelWeek } from '../counter-table.ts'
import { weekNumber } from '../day-number.ts'
import { reasonCode, unplacedCodes } from '../reason-code.ts'
import { addRows } from './add-rows.ts'
import type { Located } from './names.ts'
import { sumRows } from './sum-rows.ts'
import type { Writing } from './writing.ts'

const quarterSeconds = 900
const hourSeconds = 3600

/** Adds to one day's deltas, and to every sum that is kept of them. */
export async function addDeltas(
  writing: Writing,
  day: number,
  deltas: readonly Delta[],
): Promise<void> {
  const located = await writing.names.cells(writing.trx, deltas)
  const rows = located.map((change) => toRow(change, day < writing.foldedBefore))
  const placed = rows.filter(({ reason }) => !unplacedCodes.has(reason))
  await addRows(
    writing,
    delta,
    sumRows(rows, (row) => [row.team, day, row.start, row.cell, row.width, row.reason]),
  )
  await addRows(
    writing,
    teamHour,
    sumRows(placed, (row) => [row.team, floor(row.start, hourSeconds), row.reason]),
  )
  await addRows(
    writing,
    teamDay,
    sumRows(rows, (row) => [row.team, day, row.reason]),
  )
  await addRows(
    writing,
    teamModelDay,
    sumRows(rows, (row) => [row.team, day, row.model]),
  )
  await addRows(
    writing,
    teamModelWeek,
    sumRows(rows, (row) => [row.team, weekNumber(day), row.model]),
  )
  await addRows(
    writing,
    modelBucket,
    sumRows(placed, (row) => [row.start, row.width, row.reason, row.model]),
  )
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
