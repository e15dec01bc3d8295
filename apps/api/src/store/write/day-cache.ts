import type { CellMap } from '../../ledger/cell-map.ts'
import type { ReadMoment } from '../../domain/day-coverage.ts'
import type { CellState, DayState } from '../../ledger/day-state.ts'

/** Today, yesterday, and the day of the past that is being read. */
const kept = 3

/** How far `day_cell` counts a day. */
type Summed = {
  /** Seconds: it counts what begins before. */
  summedTo: number
  /** Seconds: the latest start of what begins later. */
  latest: number
  /** The cells of which something begins later, so that their rows there are behind. */
  behind: CellMap<CellState>
}

export type CachedDay = DayState & Summed & { cells: CellMap<CellState> }

type Booked = Summed & { cells: readonly CellState[]; read: ReadMoment }

/**
 * The last few days as they are booked, so that a poll of thousands of cells does not read them again: that took half
 * as long again. While this process holds the lease nobody else changes them; a failed transaction clears the cache.
 */
export class DayCache {
  readonly #days = new Map<string, CachedDay>()

  get(day: string): CachedDay | null {
    const known = this.#days.get(day)
    return known === undefined ? null : { ...known }
  }

  put(state: CachedDay): void {
    this.#days.delete(state.day)
    this.#days.set(state.day, { ...state })
    for (const oldest of [...this.#days.keys()].slice(0, -kept)) this.#days.delete(oldest)
  }

  /** What a booking has changed, and which rows it left behind. */
  note(day: string, { cells, read, ...summed }: Booked): void {
    const known = this.#days.get(day)
    if (known === undefined) return
    Object.assign(known, { ...summed, lastRead: read })
    for (const cell of cells) known.cells.set(cell, cell)
  }

  forget(): void {
    this.#days.clear()
  }
}
