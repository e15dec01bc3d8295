import type { Bucket } from '@podium/contracts'
import { addDays, secondsPerDay, secondsPerHour } from '../../domain/utc-day.ts'
import { localDate, startOfLocalDay } from '../time-zone.ts'

const seconds: Record<Exclude<Bucket, 'all'>, number> = {
  minute: 60,
  '5min': 300,
  '15min': 900,
  hour: secondsPerHour,
  day: secondsPerDay,
}
/** Those that cut a span, finest first. */
export const bucketNames = ['minute', '5min', '15min', 'hour', 'day'] as const

type Window = { from: number; to: number; tz: string }

/** Epoch seconds, first to last; the last is the end of the last bucket. */
export type Edges = readonly number[]

export function bucketCount({ from, to }: Window, bucket: Bucket): number {
  return bucket === 'all' ? 1 : Math.ceil((to - from) / seconds[bucket])
}

/** Hours and days are the zone's: a day has as many hours as its clocks make of it. */
export function edgesOf({ from, to, tz }: Window, bucket: Bucket): Edges {
  if (bucket === 'all') return [from, to]
  const size = seconds[bucket]
  if (size < secondsPerHour) return sequence(from - (from % size), to, size)
  const edges: number[] = []
  let date = localDate(from, tz)
  for (let start = startOfLocalDay(date, tz); start < to;) {
    date = addDays(date, 1)
    const end = startOfLocalDay(date, tz)
    edges.push(...(bucket === 'day' ? [start] : sequence(start, end, size).slice(0, -1)))
    start = end
  }
  edges.push(startOfLocalDay(date, tz))
  const first = edges.findLastIndex((edge) => edge <= from)
  const last = edges.findIndex((edge) => edge >= to)
  return edges.slice(Math.max(0, first), last + 1)
}

/** To the first step that is not before the end. */
function sequence(from: number, to: number, step: number): number[] {
  const count = Math.ceil((to - from) / step)
  return Array.from({ length: count + 1 }, (_, index) =>
    Math.min(from + index * step, Math.max(to, from + count * step)),
  )
}

/** The finest way of reading that these buckets need. */
export function unitFor(edges: Edges, bucket: Bucket): 'minute' | 'quarter' | 'hour' | 'day' {
  if (bucket === 'all') return 'day'
  const isCutAt = (size: number) => edges.every((edge) => edge % size === 0)
  if (bucket === 'day' && isCutAt(secondsPerDay)) return 'day'
  if (seconds[bucket] >= secondsPerHour && isCutAt(secondsPerHour)) return 'hour'
  return seconds[bucket] >= 900 ? 'quarter' : 'minute'
}
