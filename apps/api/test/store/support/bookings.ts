import type { Counters } from '@podium/litellm-client'
import type { CellName } from '../../../src/domain/cell.ts'
import { noCounters, sum } from '../../../src/domain/counters.ts'
import type { Booked } from '../../../src/ledger/day-booking.ts'
import type { ReadMoment } from '../../../src/domain/day-coverage.ts'
import type { Delta } from '../../../src/ledger/delta.ts'
import type { WriteTx } from '../../../src/store/write/write-tx.ts'

export const day = '2026-11-20'
export const midnight = Date.parse(`${day}T00:00:00Z`)

export function count(n: number): Counters {
  return {
    promptTokens: 100 * n,
    completionTokens: 40 * n,
    cacheReadTokens: 30 * n,
    cacheCreationTokens: 7 * n,
    requests: 2 * n,
    successes: n,
    failures: n,
    spendUsd: n * 2 ** -12,
    cacheSavingsUsd: n * -(2 ** -14),
    responseMs: 900 * n,
    timedRequests: n,
  }
}

export function placed(cell: CellName, minute: number, counters: Counters): Delta {
  return { ...cell, day, start: midnight / 1000 + minute * 60, width: 1, reason: null, counters }
}

export function unplaced(cell: CellName, reason: Delta['reason'], counters: Counters): Delta {
  return { ...cell, day, start: midnight / 1000, width: 1440, reason, counters }
}

export function booked(parts: Partial<Booked>): Booked {
  return { verdict: 'booked', cells: [], deltas: [], moves: [], corrections: [], ...parts }
}

export function read(minute: number): ReadMoment {
  const at = midnight + minute * 60_000
  return { startedAt: at, finishedAt: at + 250, source: 'aggregated' }
}

/** Books increases upon what is there, as a poll would. */
export async function increase(
  tx: WriteTx,
  minute: number,
  increases: readonly { cell: CellName; counters: Counters }[],
): Promise<void> {
  const { cells } = await tx.dayState(day)
  const states = increases.map(({ cell, counters }) => ({
    ...cell,
    counters: sum([cells.get(cell)?.counters ?? noCounters, counters]),
    fall: null,
  }))
  const deltas = increases.map(({ cell, counters }) => placed(cell, minute, counters))
  await tx.saveBooking(day, booked({ cells: states, deltas }), [], read(minute))
}

/** The sum of the counters of each group; groups and counters as plain values. */
export function sumBy<Item extends { counters: Counters }>(
  items: readonly Item[],
  nameOf: (item: Item) => unknown,
): Record<string, Counters> {
  const groups = Map.groupBy(items, (item) => JSON.stringify(nameOf(item)))
  const sums = [...groups].map(([name, group]): [string, Counters] => [
    name,
    sum(group.map((item) => item.counters)),
  ])
  return Object.fromEntries(sums.sort(([a], [b]) => (a < b ? -1 : 1)))
}
