import type { Distribution, Distributions } from './series.ts'
import { mergeDistributions } from './merge-distributions.ts'
import { haveSameBounds } from './share-bounds.ts'

export type DistributionIncrease = { value: Distribution; hasReset: boolean }

export const emptyDistribution: Distribution = { bounds: [], counts: [], sum: 0, count: 0 }

/** A histogram is one series: if any of its buckets fell, or they are others now, all of its current values count. */
export function increaseOfDistributions(
  before: Distributions,
  now: Distributions,
): DistributionIncrease {
  let value = emptyDistribution
  let hasReset = false
  for (const [key, current] of now) {
    const previous = before.get(key)
    if (previous === undefined) value = mergeDistributions(value, current)
    else if (hasFallen(previous, current)) {
      hasReset = true
      value = mergeDistributions(value, current)
    } else value = mergeDistributions(value, difference(previous, current))
  }
  return { value, hasReset }
}

function hasFallen(before: Distribution, now: Distribution): boolean {
  return (
    now.count < before.count ||
    !haveSameBounds(before, now) ||
    now.counts.some((count, at) => count < (before.counts[at] ?? 0))
  )
}

function difference(before: Distribution, now: Distribution): Distribution {
  return {
    bounds: now.bounds,
    counts: now.counts.map((count, at) => count - (before.counts[at] ?? 0)),
    sum: now.sum - before.sum,
    count: now.count - before.count,
  }
}
