import type { InferenceBucket } from '@podium/contracts'
import { secondsPerHour } from '../../../domain/utc-day.ts'
import { bucketCount, edgesOf, type Edges } from '../../series/buckets.ts'
import { fittingBuckets, mostBuckets } from '../../series/choose-bucket.ts'

type Window = { from: number; to: number; tz: string }

/** The bucket that suits: in few steps. */
export function suitingBucket(window: Window): InferenceBucket {
  return fittingBuckets(window)[0] ?? 'day'
}

/** What is wrong with a bucket for this window; `null` is nothing. */
export function bucketProblem(window: Window, bucket: InferenceBucket, now: number): string | null {
  if (bucket === '10s') {
    const isLastHour = window.from * 1000 >= now - secondsPerHour * 1000
    return isLastHour
      ? null
      : 'Buckets of 10s are for the last hour: take range=1h, or a longer bucket.'
  }
  return bucketCount(window, bucket) <= mostBuckets
    ? null
    : `A series has at most ${mostBuckets} buckets: take a longer bucket or a shorter window.`
}

export function inferenceEdges(window: Window, bucket: InferenceBucket): Edges {
  if (bucket !== '10s') return edgesOf(window, bucket)
  const count = Math.ceil((window.to - window.from) / 10)
  return Array.from({ length: count + 1 }, (_, index) => window.from + index * 10)
}

/** Whether hours are fine enough: days and hours of some zones begin in between. */
export function areHours(edges: Edges, bucket: InferenceBucket): boolean {
  const isLong = bucket === 'hour' || bucket === 'day'
  return isLong && edges.every((edge) => edge % secondsPerHour === 0)
}
