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

export type KnownDay = DayState & Summed & { cells: CellMap<CellState> }

type Booked = Summed & { cells: readonly CellState[]; read: ReadMoment }

/**
 * What is booked for the days that are written all the time. While the lease is held nobody else changes them, and
 * a transaction that fails forgets them all.
 */
export class KnownDays {
  readonly #days = new Map<string, KnownDay>()

  get(day: string): KnownDay | null {
    const known = this.#days.get(day)
    return known === undefined ? null : { ...known }
  }

  put(state: KnownDay): void {
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
