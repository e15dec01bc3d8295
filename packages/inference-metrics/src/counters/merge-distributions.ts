import type { Distribution } from './series.ts'
import { haveSameBounds } from './share-bounds.ts'

/** Sums by bucket end. Where one lacks an end of the other, the quantile makes the counts rise again, as Prometheus does. */
export function mergeDistributions(a: Distribution, b: Distribution): Distribution {
  const sum = a.sum + b.sum
  const count = a.count + b.count
  if (a.bounds.length === 0) return { bounds: b.bounds, counts: b.counts, sum, count }
  if (b.bounds.length === 0) return { bounds: a.bounds, counts: a.counts, sum, count }
  if (haveSameBounds(a, b)) {
    const counts = a.counts.map((value, at) => value + (b.counts[at] ?? 0))
    return { bounds: a.bounds, counts, sum, count }
  }
  const byBound = new Map<number, number>()
  for (const { bounds, counts } of [a, b])
    for (const [at, bound] of bounds.entries())
      byBound.set(bound, (byBound.get(bound) ?? 0) + (counts[at] ?? 0))
  const bounds = [...byBound.keys()].toSorted((x, y) => x - y)
  return { bounds, counts: bounds.map((bound) => byBound.get(bound) ?? 0), sum, count }
}
