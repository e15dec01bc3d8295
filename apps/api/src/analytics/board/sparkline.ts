import { secondsPerDay, secondsPerHour, utcDate } from '../../domain/utc-day.ts'
import type { PollCoverage } from '../../domain/poll-coverage.ts'
import { isCovered } from '../is-covered.ts'

const mostPoints = 60

/** Where the small lines of a board begin, and how long each of their buckets is, in seconds. */
export type SparkPlan = {
  unit: 'minute' | 'hour' | 'day'
  start: number
  bucket: number
  count: number
}

type Asked = { window: { from: number; to: number }; asOf: number; isLive: boolean }

/**
 * What is going on shows its last 60 whole minutes, whatever it began with. Of the past, minutes are known of the last
 * hour and a quarter before `asOf`; hours of two days, else UTC days.
 */
export function planSparkline({ window, asOf, isLive }: Asked): SparkPlan {
  if (isLive)
    return { unit: 'minute', start: asOf - 60 * (mostPoints + 1), bucket: 60, count: mostPoints }
  const to = Math.min(window.to, asOf)
  const length = to - window.from
  const plan = (unit: SparkPlan['unit'], bucket: number): SparkPlan => {
    const start = window.from - (window.from % (unit === 'day' ? secondsPerDay : bucket))
    return { unit, start, bucket, count: Math.max(0, Math.ceil((to - start) / bucket)) }
  }
  if (length <= 75 * 60) return plan('minute', 300)
  if (length <= 48 * secondsPerHour) return plan('hour', secondsPerHour)
  return plan('day', secondsPerDay * Math.ceil(length / secondsPerDay / mostPoints))
}

/** `width` in minutes, where it is more than a bucket. */
type Seen = { start: number; tokens: number; width?: number }
type SparkKnowledge = { coverage: PollCoverage | null; readDays: ReadonlySet<string> }

/** A bucket without anything is 0 only where it is known that there was nothing. */
export function sparkline(plan: SparkPlan, seen: readonly Seen[], isKnown: readonly boolean[]) {
  const points = isKnown.map((known): number | null => (known ? 0 : null))
  for (const { start, tokens, width = 1 } of seen) {
    const index = Math.floor((start - plan.start) / plan.bucket)
    // What is known to the quarter says nothing of its minutes.
    if (plan.bucket === 60 && width > 1) {
      if (index + width > 0) points.fill(null, Math.max(0, index), index + width)
      continue
    }
    if (index >= 0 && index < points.length) points[index] = (points[index] ?? 0) + tokens
  }
  return points
}

export function knownBuckets(
  { unit, start, bucket, count }: SparkPlan,
  known: SparkKnowledge,
): boolean[] {
  return Array.from({ length: count }, (_, index) => {
    const from = start + index * bucket
    if (unit !== 'day') return isCovered(known.coverage, { from, to: from + bucket })
    const days = Array.from(
      { length: bucket / secondsPerDay },
      (_each, more) => from + more * secondsPerDay,
    )
    return days.some((at) => known.readDays.has(utcDate(at * 1000)))
  })
}
