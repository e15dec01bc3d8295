import type { Counters } from '@podium/litellm-client'
import type { CellName } from '../domain/cell.ts'
import type { Reason, Width } from '../domain/placement.ts'

/** A change of one cell. Rows with the same name, day, start, width and reason add up to one. */
export type Delta = CellName & {
  day: string
  /** Epoch seconds, a multiple of the width. */
  start: number
  width: Width
  reason: Reason | null
  counters: Counters
}
