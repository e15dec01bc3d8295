import { CellMap } from '../../ledger/cell-map.ts'
import type { ReadMoment } from '../../ledger/day-read.ts'
import type { CellState, DayState } from '../../ledger/day-state.ts'

/** Today, yesterday, and the day of the past that is being read. */
const kept = 3

type Known = { lastRead: ReadMoment | null; cells: CellMap<CellState> }

/**
 * What is booked for the days that are written all the time. While the lease is held nobody else changes them, and
 * a transaction that fails forgets them all.
 */
export class KnownDays {
  readonly #days = new Map<string, Known>()

  get(day: string): DayState | null {
    const known = this.#days.get(day)
    return known === undefined ? null : { day, ...known }
  }

  put(day: string, { lastRead, cells }: DayState): void {
    this.#days.delete(day)
    this.#days.set(day, { lastRead, cells: CellMap.of(cells) })
    for (const oldest of [...this.#days.keys()].slice(0, -kept)) this.#days.delete(oldest)
  }

  /** What a booking has changed. */
  note(day: string, cells: readonly CellState[], read: ReadMoment): void {
    const known = this.#days.get(day)
    if (known === undefined) return
    known.lastRead = read
    for (const cell of cells) known.cells.set(cell, cell)
  }

  forget(): void {
    this.#days.clear()
  }
}
