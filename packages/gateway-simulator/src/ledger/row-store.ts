import { createUuid } from '../world/identifiers.ts'
import type { Booking, RowIdentity } from './book-request.ts'
import { addCounters, noCounters } from './counters.ts'
import type { Counters } from './counters.ts'

/** One row like those of `LiteLLM_DailyTeamSpend`. */
export interface DailyRow extends RowIdentity {
  id: string
  modelGroup: string
  counters: Counters
  /** Where the row lies on disk: an update moves it to the end, which is what unstable paging shows. */
  physical: number
}

export interface RowStore {
  upsert(booking: Readonly<Booking>): void
  /** Rows of dates from `from` to `to`, compared as text, in the order of their identities. */
  between(from: string, to: string): DailyRow[]
  all(): DailyRow[]
  /** Writes every row of these dates again, unchanged: only their places on disk differ. */
  rewrite(from: string, to: string): void
}

export function createRowStore(seed: number): RowStore {
  const days = new Map<string, Map<string, DailyRow>>()
  let writes = 0
  let rewrites = 0

  function between(from: string, to: string): DailyRow[] {
    return [...days]
      .filter(([date]) => date >= from && date <= to)
      .flatMap(([, rows]) => [...rows.values()])
  }

  return {
    upsert(booking) {
      const day = days.get(booking.date) ?? new Map<string, DailyRow>()
      days.set(booking.date, day)
      const key = identify(booking)
      let row = day.get(key)
      if (row === undefined) {
        row = {
          ...booking,
          id: createUuid(seed, booking.date, key),
          counters: noCounters(),
          physical: 0,
        }
        day.set(key, row)
      }
      addCounters(row.counters, booking.counters)
      row.physical = ++writes
    },
    between,
    all: () => [...days.values()].flatMap((rows) => [...rows.values()]),
    rewrite(from, to) {
      const rows = between(from, to)
      const start = (++rewrites * 7) % Math.max(1, rows.length)
      for (const row of [...rows.slice(start), ...rows.slice(0, start)]) row.physical = ++writes
    },
  }
}

export function identify(row: RowIdentity): string {
  return [row.teamId, row.date, row.apiKey, row.model, row.provider, row.endpoint].join('\u001f')
}
