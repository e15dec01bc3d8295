import type { Booking } from './book-request.ts'
import { addCounters, noCounters } from './counters.ts'
import { identify } from './row-store.ts'

/** The gateway's in-memory transactions: merged by row, so the first group name of a flush wins. */
export interface WriteQueue {
  add(booking: Readonly<Booking>): void
  /** Empties the queue: what is written, and what this release drops because its batch is full. */
  drain(rowsPerFlush: number): { written: Booking[]; lost: Booking[] }
  waiting: () => Booking[]
}

export function createWriteQueue(): WriteQueue {
  const queue = new Map<string, Booking>()
  return {
    add(booking) {
      const key = identify(booking)
      const entry = queue.get(key) ?? { ...booking, counters: noCounters() }
      addCounters(entry.counters, booking.counters)
      queue.set(key, entry)
    },
    drain(rowsPerFlush) {
      const sorted = [...queue].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, booking]) => booking)
      queue.clear()
      return { written: sorted.slice(0, rowsPerFlush), lost: sorted.slice(rowsPerFlush) }
    },
    waiting: () => [...queue.values()],
  }
}
