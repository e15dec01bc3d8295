import { secondsPerDay, startOfDay } from '../../domain/utc-day.ts'
import type { CachedDay } from './day-cache.ts'

/** A cell's row of today may wait this long: writing it with every poll would make a poll half as long again. */
const longestSeconds = 300
const minuteSeconds = 60

export type SumPlan = {
  /** Whether the rows that are behind are written as they were before a booking, with it, or at another one. */
  when: 'before' | 'with' | 'later'
  /** What then is in `day_cell`: all that begins before this. */
  summedTo: number
  /** The latest start of anything that is booked. */
  latest: number
}

type Booking = {
  /** Milliseconds. */
  readAt: number
  /** Of everything that it books, in seconds. */
  starts: readonly number[]
  /** It takes something away again, which a row that is behind might not hold. */
  hasLosses: boolean
}

export function planSumming(
  { day, summedTo, latest: before }: Pick<CachedDay, 'day' | 'summedTo' | 'latest'>,
  { readAt, starts, hasLosses }: Booking,
): SumPlan {
  const end = startOfDay(day) / 1000 + secondsPerDay
  const first = starts.reduce((least, start) => Math.min(least, start), Infinity)
  const latest = starts.reduce((most, start) => Math.max(most, start), before)
  const isOver = readAt >= end * 1000
  if (isOver) return { when: 'with', summedTo: end, latest }
  if (hasLosses || first < summedTo)
    return { when: 'with', summedTo: Math.max(summedTo, latest + minuteSeconds), latest }
  const isLong = first < Infinity && first - summedTo >= longestSeconds
  if (isLong && before < first) return { when: 'before', summedTo: first, latest }
  return { when: 'later', summedTo, latest }
}
