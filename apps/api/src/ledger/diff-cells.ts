import type { Counters } from '@podium/litellm-client'
import type { Cell, CellName } from '../domain/cell.ts'
import type { ReadonlyCellMap } from './cell-map.ts'
import { beyond } from './compare.ts'
import { isZero, noCounters } from '../domain/counters.ts'
import type { DayState, Fall } from './day-state.ts'

/** A cell of which the read says something else than what is booked. */
export type Change = CellName & {
  booked: Counters
  read: Counters
  /** What the read has beyond the booked: below nothing where it fell. */
  ahead: Counters
  fall: Fall | null
  /** The read does not know the cell. */
  isGone: boolean
}

export function diffCells(state: DayState, cells: ReadonlyCellMap<Cell>): Change[] {
  const changes: Change[] = []
  for (const cell of cells) {
    const before = state.cells.get(cell)
    const booked = before?.counters ?? noCounters
    const fall = before?.fall ?? null
    const ahead = beyond(cell.counters, booked)
    if (fall === null && isZero(ahead)) continue
    changes.push({ ...nameOf(cell), booked, read: cell.counters, ahead, fall, isGone: false })
  }
  for (const cell of state.cells) {
    if (cells.has(cell)) continue
    const { counters: booked, fall } = cell
    const ahead = beyond(noCounters, booked)
    if (fall === null && isZero(ahead)) continue
    changes.push({ ...nameOf(cell), booked, read: noCounters, ahead, fall, isGone: true })
  }
  return changes
}

export function nameOf({ teamId, model, key }: CellName): CellName {
  return { teamId, model, key }
}
