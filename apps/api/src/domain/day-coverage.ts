import type { Counters, DaySource } from '@podium/litellm-client'
import type { CellName } from './cell.ts'
import type { Reason } from './placement.ts'

/** When a day was asked for and answered, in milliseconds, and how. */
export type ReadMoment = { startedAt: number; finishedAt: number; source: DaySource }

/** From one read of a day to the next, in milliseconds, where that took so long that what came has no minute. */
export type DayGap = { from: number; to: number }

/** A day that was read, and when last. A day that is missing is not known, which is not nothing. */
export type DayCoverage = ReadMoment & {
  day: string
  /** When its first read began, in milliseconds; null is not known. */
  firstReadAt: number | null
  gaps: readonly DayGap[]
}

/** What of a day has one reason; null is placed. All of them are the day. */
export type DayPlacement = { day: string; reason: Reason | null; counters: Counters }

/** A fall that was believed: what it took off the booked counters, so nothing in it is above nothing. */
export type Correction = CellName & { day: string; at: number; counters: Counters }
