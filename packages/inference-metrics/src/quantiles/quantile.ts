import type { Distribution } from '../counters/series.ts'

/**
 * `exact` stands between two ends of buckets. `below` fell into the first one and is interpolated from 0: all that is known
 * is "less than `limit`". `above` fell behind the last finite end, which is `limit` and the value.
 */
export type Quantile = {
  value: number
  bound: 'exact' | 'below' | 'above'
  limit: number | null
}

/** Prometheus' `histogram_quantile` over plain increases; `null` without an observation. */
export function quantileOf(q: number, { bounds, counts }: Distribution): Quantile | null {
  const last = bounds.length - 1
  if (last < 1 || bounds[last] !== Infinity) return null
  const rising = makeRise(counts)
  const total = rising[last] ?? 0
  if (total === 0) return null
  const rank = q * total
  const at = rising.slice(0, last).findIndex((count) => count >= rank)
  if (at === -1) {
    const limit = bounds[last - 1] ?? 0
    return { value: limit, bound: 'above', limit }
  }
  const end = bounds[at] ?? 0
  if (at === 0 && end <= 0) return { value: end, bound: 'exact', limit: null }
  const start = at === 0 ? 0 : (bounds[at - 1] ?? 0)
  const before = at === 0 ? 0 : (rising[at - 1] ?? 0)
  const inside = (rising[at] ?? 0) - before
  const value = start + (end - start) * ((rank - before) / inside)
  return at === 0 ? { value, bound: 'below', limit: end } : { value, bound: 'exact', limit: null }
}

/** A scrape is not atomic: a count may be behind that of a smaller bucket. */
function makeRise(counts: readonly number[]): number[] {
  let highest = 0
  return counts.map((count) => (highest = Math.max(highest, count)))
}
