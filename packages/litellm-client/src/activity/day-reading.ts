import type { GatewayHttp } from '../http/client.ts'
import type { ActivityMemory } from './activity-memory.ts'
import type { DaySource } from './day-activity.ts'
import type { DayTally } from './day-tally.ts'
import type { ActivityNote } from './notes.ts'

/** What is needed to read activity. */
export interface ActivityReader {
  http: GatewayHttp
  memory: ActivityMemory
  /** Every team that the gateway lists. */
  listTeamIds(signal: AbortSignal | undefined): Promise<readonly string[]>
}

/** The rows of one day, added up, and how they were read. */
export interface DayReading {
  tally: DayTally
  source: DaySource
  notes: Omit<ActivityNote, 'date'>[]
}
