import { apportionCounters } from './apportion-counters.ts'
import { cellId, other, type CellName } from '../domain/cell.ts'
import { isZero, noCounters, subtract, type LoggedFigure } from '../domain/counters.ts'
import type { Delta } from './delta.ts'
import { toUnits } from './dollars.ts'
import type { LoggedMinute } from './shape-of-logs.ts'
import { addDays, startOfDay } from '../domain/utc-day.ts'

/**
 * The changes that give the baseline part of a day the shape of the gateway's logs: each unplaced row is taken back and
 * booked again by the minute, so its sum stays what it was. The logs lack requests, so they tell a shape and no amount;
 * a cell that they do not know stays unplaced.
 */
export function shapeBaseline(
  day: string,
  deltas: readonly Delta[],
  logged: readonly LoggedMinute[],
): Delta[] {
  const rows = deltas.filter((delta) => delta.day === day && delta.reason === 'baseline')
  const minutesOf = minutesByCell(day, rows, logged)
  return rows.flatMap((row) => {
    const minutes = minutesOf.get(cellId(row)) ?? []
    if (minutes.length === 0) return []
    const taken: Delta = { ...row, counters: subtract(noCounters, row.counters) }
    return [taken, ...spread(row, minutes)]
  })
}

/** A logged request belongs to the finest cell that has a baseline: its own, its key's rest, or its team's. */
function minutesByCell(
  day: string,
  rows: readonly Delta[],
  logged: readonly LoggedMinute[],
): Map<string, LoggedMinute[]> {
  const known = new Set(rows.map(cellId))
  const lastMinute = startOfDay(addDays(day, 1)) / 1000 - 60
  const minutes = new Map<string, LoggedMinute[]>()
  for (const each of logged) {
    const names: CellName[] = [
      each,
      { ...each, model: other },
      { ...each, model: other, key: other },
    ]
    const id = names.map(cellId).find((name) => known.has(name))
    if (id === undefined) continue
    const some = minutes.get(id) ?? []
    some.push({ ...each, start: Math.min(each.start, lastMinute) })
    minutes.set(id, some)
  }
  return minutes
}

function spread(row: Delta, minutes: readonly LoggedMinute[]): Delta[] {
  const byStart = [...Map.groupBy(minutes, ({ start }) => start)].toSorted(([a], [b]) => a - b)
  const sumOf = (figure: LoggedFigure) =>
    byStart.map(([, logged]) => logged.reduce((sum, each) => sum + figureOf(each, figure), 0))
  const requests = sumOf('requests')
  const shares = apportionCounters(row.counters, ({ follows }) => {
    const weights = sumOf(follows)
    return weights.some((weight) => weight > 0) ? weights : requests
  })
  return byStart.flatMap(([start], index) => {
    const counters = shares[index] ?? noCounters
    if (isZero(counters)) return []
    return [{ ...row, start, width: 1 as const, reason: 'backfilled' as const, counters }]
  })
}

/** Dollars in whole units, as they are apportioned. */
function figureOf(minute: LoggedMinute, figure: LoggedFigure): number {
  if (figure === 'requests') return minute.successes + minute.failures
  return figure === 'spendUsd' ? toUnits(minute.spendUsd) : minute[figure]
}
