import type { Counters } from '@podium/litellm-client'
import type { CellName } from '../domain/cell.ts'
import type { Correction } from '../domain/day-coverage.ts'
import type { CellState } from './day-state.ts'
import type { Delta } from './delta.ts'

/** Counts that change their name within a team-day: never more than `from` has booked. */
export type Move = { from: CellName; to: CellName; counters: Counters }

export type Booked = {
  verdict: 'booked'
  /** New absolutes and falls of the cells that changed. */
  cells: CellState[]
  /** To add. The moves are not in here: `reclassify` turns each into changes. */
  deltas: Delta[]
  moves: Move[]
  corrections: Correction[]
}

/** `stale`: it started before the last accepted read of its day had finished, so it says nothing new. */
export type DayBooking = Booked | { verdict: 'stale' }
