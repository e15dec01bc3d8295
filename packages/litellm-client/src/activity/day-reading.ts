import type { Exchange } from '../exchange/exchange.ts'
import type { ActivityMemory } from './activity-memory.ts'
import type { DaySource } from './day-activity.ts'
import type { DayTally } from './day-tally.ts'
import type { ActivityNote } from './notes.ts'

/** What reading activity takes. */
export interface ActivityReader {
  exchange: Exchange
  memory: ActivityMemory
  /** Every team that the gateway lists. */
  listTeamIds(signal: AbortSignal | undefined): Promise<readonly string[]>
}

/** The rows of one day, added up, and how they were come by. */
export interface DayReading {
  tally: DayTally
  source: DaySource
  notes: Omit<ActivityNote, 'date'>[]
}
