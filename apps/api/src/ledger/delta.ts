import type { Counters } from '@podium/litellm-client'
import type { CellName } from './cell.ts'

/** Why something has no minute; `backfilled` has one, from the gateway's logs. Null is placed by arrival. */
export type Reason = 'baseline' | 'gap' | 'late' | 'correction' | 'backfilled'

/** Minutes of a bucket; 1440 is the whole day, for what is not placed. */
export type Width = 1 | 15 | 60 | 1440

/** A change of one cell. Rows with the same name, day, start, width and reason add up to one. */
export type Delta = CellName & {
  day: string
  /** Epoch seconds, a multiple of the width. */
  start: number
  width: Width
  reason: Reason | null
  counters: Counters
}
