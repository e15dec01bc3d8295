import type { ReadMoment } from '../domain/day-coverage.ts'
import type { Reason, Width } from '../domain/placement.ts'
import { longestGapMs } from '../domain/poll-coverage.ts'
import { dayMs, minuteMs, startOfDay } from '../domain/utc-day.ts'

export type Place = { start: number; width: Width; reason: Reason | null }

const latestMs = 15 * minuteMs

/**
 * Where an increase belongs that this read is the first to show. It happened after the day began and after the last
 * read, and it arrived when this one was asked for. Rows are still written for a while after their day has ended.
 */
export function placeInTime(
  day: string,
  lastRead: ReadMoment | null,
  read: { startedAt: number },
  pollMs: number,
): Place {
  const dayStart = startOfDay(day)
  const dayEnd = dayStart + dayMs
  const to = read.startedAt
  const from = Math.max(dayStart, lastRead?.startedAt ?? dayStart)
  const within = (at: number) => Math.min(Math.max(at, dayStart), dayEnd - minuteMs)
  const unplaced = (reason: Reason): Place => ({ start: dayStart / 1000, width: 1440, reason })

  if (lastRead === null && to > dayEnd + latestMs) return unplaced('baseline')
  if (to > dayEnd + latestMs) return unplaced(from < dayEnd ? 'gap' : 'late')
  const isCovered = to - from <= longestGapMs(pollMs)
  if (isCovered && to - from <= minuteMs) return placed(within(to), 1)
  if (isCovered && to - from <= 15 * minuteMs) return placed(within(to), 15)
  for (const width of [15, 60] as const) {
    const bucket = placed(within(from), width)
    if (Math.min(to, dayEnd) <= bucket.start * 1000 + width * minuteMs) return bucket
  }
  return unplaced(lastRead === null ? 'baseline' : 'gap')
}

function placed(at: number, width: 1 | 15 | 60): Place {
  return { start: (at - (at % (width * minuteMs))) / 1000, width, reason: null }
}
