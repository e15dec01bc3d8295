import type { Counters } from '@podium/litellm-client'
import type { CellName } from '../domain/cell.ts'
import type { ReadonlyCellMap } from './cell-map.ts'
import type { ReadMoment } from '../domain/day-coverage.ts'

/** A cell that reads lower than booked: how often in a row, since when (ms), and the lowest seen. */
export type Fall = { reads: number; firstAt: number; lowest: Counters }

/** What is booked for a cell: to the token the sum of its deltas. */
export type CellState = CellName & { counters: Counters; fall: Fall | null }

/** What is booked for one UTC day. A cell that is not there is booked as nothing. */
export type DayState = {
  day: string
  lastRead: ReadMoment | null
  cells: ReadonlyCellMap<CellState>
}
