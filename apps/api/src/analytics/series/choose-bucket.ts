import type { Bucket } from '@podium/contracts'
import { bucketCount, bucketNames, edgesOf } from './buckets.ts'
import { shownShare, type Piece } from './draw-series.ts'

export const mostBuckets = 1500
const fewBuckets = 300
const enoughShown = 0.9

type Window = { from: number; to: number; tz: string }

/** The sizes that draw a window in few points, finest first. */
export function fittingBuckets(window: Window): readonly (typeof bucketNames)[number][] {
  const fitting = bucketNames.filter((name) => bucketCount(window, name) <= fewBuckets)
  return fitting.length === 0 ? ['day'] : fitting
}

/** The finest that can show nearly all that was placed: slow polls place nothing to the minute. */
export function chooseBucket(
  window: Window,
  names: readonly Bucket[],
  pieces: readonly Piece[],
): Bucket {
  const isEnough = (name: Bucket) => shownShare(pieces, edgesOf(window, name)) >= enoughShown
  return names.find(isEnough) ?? names[0] ?? 'day'
}
