import type { CounterName } from '@podium/litellm-client'
import { apportion } from './apportion.ts'
import { cellId, other, type CellName } from './cell.ts'
import { counterNames, isInDollars, isZero, noCounters, subtract } from './counters.ts'
import type { Delta } from './delta.ts'
import { fromUnits, toUnits } from './dollars.ts'
import type { LoggedMinute } from './shape-of-logs.ts'
import { addDays, startOfDay } from './utc-day.ts'

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

const weightOf: Record<CounterName, (minute: LoggedMinute) => number> = {
  promptTokens: (minute) => minute.promptTokens,
  cacheReadTokens: (minute) => minute.promptTokens,
  cacheCreationTokens: (minute) => minute.promptTokens,
  cacheSavingsUsd: (minute) => minute.promptTokens,
  completionTokens: (minute) => minute.completionTokens,
  requests: (minute) => minute.successes + minute.failures,
  successes: (minute) => minute.successes,
  failures: (minute) => minute.failures,
  spendUsd: (minute) => toUnits(minute.spendUsd),
  responseMs: (minute) => minute.successes,
  timedRequests: (minute) => minute.successes,
}

function spread(row: Delta, minutes: readonly LoggedMinute[]): Delta[] {
  const starts = [...new Set(minutes.map(({ start }) => start))].toSorted((a, b) => a - b)
  const byStart = Map.groupBy(minutes, ({ start }) => start)
  const parts = starts.map(() => ({ ...noCounters }))
  const sumBy = (weight: (minute: LoggedMinute) => number) =>
    starts.map((start) => (byStart.get(start) ?? []).reduce((sum, each) => sum + weight(each), 0))
  for (const name of counterNames) {
    const own = sumBy(weightOf[name])
    const weights = own.some((weight) => weight > 0) ? own : sumBy(weightOf.requests)
    const amount = isInDollars(name) ? toUnits(row.counters[name]) : row.counters[name]
    for (const [index, share] of apportion(amount, weights).entries()) {
      const part = parts[index]
      if (part !== undefined) part[name] = isInDollars(name) ? fromUnits(share) : share
    }
  }
  return parts.flatMap((counters, index) => {
    const start = starts[index]
    if (start === undefined || isZero(counters)) return []
    return [{ ...row, start, width: 1 as const, reason: 'backfilled' as const, counters }]
  })
}
