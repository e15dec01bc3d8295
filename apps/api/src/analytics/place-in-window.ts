import type { DayGap } from '../domain/day-coverage.ts'
import type { UnplacedReason } from '../domain/placement.ts'
import type { Span } from '../domain/span.ts'
import { dayMs, startOfDay } from '../domain/utc-day.ts'

/** When a UTC day was read, in milliseconds; null is not known. */
export type DayReads = {
  day: string
  firstReadAt: number | null
  lastReadAt: number | null
  gaps: readonly DayGap[]
}

export type Lies = 'inside' | 'outside' | 'uncertain'

/**
 * Where a part of a UTC day lies of which no minute is known. It counts in a window that holds the whole time in which
 * it can have come, and nobody knows of it where the window holds only a part of that time.
 */
export function placeInWindow(reason: UnplacedReason, reads: DayReads, window: Span): Lies {
  const [from, to] = [window.from * 1000, window.to * 1000]
  const times = possibleTimes(reason, reads)
  if (times.every((time) => time.from >= from && time.to <= to)) return 'inside'
  return times.every((time) => time.to <= from || time.from >= to) ? 'outside' : 'uncertain'
}

/** The ledger's rule backwards: after the day began and after the read before, and before the read that showed it. */
function possibleTimes(
  reason: UnplacedReason,
  { day, firstReadAt, lastReadAt, gaps }: DayReads,
): readonly { from: number; to: number }[] {
  const start = startOfDay(day)
  const until = (at: number | null) => [
    { from: start, to: Math.min(start + dayMs, at ?? Infinity) },
  ]
  if (reason === 'baseline') return until(firstReadAt)
  return reason === 'gap' && gaps.length > 0 ? gaps : until(lastReadAt)
}
