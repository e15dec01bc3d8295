import type { Counters } from '@podium/litellm-client'
import type { CellName } from './cell.ts'
import type { DayPart } from './placement.ts'

// Sums over a span of time. `teamId` null is traffic without a team.

export type TeamTotal = { teamId: string | null; counters: Counters }

export type ModelTotal = { model: string; counters: Counters }

export type TeamModel = TeamTotal & ModelTotal

/** What of a day has no minute, by team and model. */
export type UnplacedTraffic = TeamModel & DayPart

/** What one team did with one key and one model. */
export type KeyModel = ModelTotal & { key: string }

export type CellTotal = CellName & { counters: Counters }

/** As much of the counters as the original's answers tell. */
export type TokenCounters = Pick<Counters, 'promptTokens' | 'completionTokens' | 'requests'>

export type CellTokens = CellName & { counters: TokenCounters }

export type DayCounters = TokenCounters & Pick<Counters, 'successes' | 'failures'>

export type TeamDay = { teamId: string | null; day: string; counters: DayCounters }

/** What was placed into one hour of the UTC day, on whichever day. */
export type TeamDayHour = { teamId: string | null; hour: number; tokens: number }
