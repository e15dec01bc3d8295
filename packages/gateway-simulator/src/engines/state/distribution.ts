/** A histogram with the bucket ends of one engine. */
export interface Distribution {
  bounds: readonly number[]
  /** Of each bucket alone; the last one has no end. */
  counts: number[]
  sum: number
}

export function createDistribution(bounds: readonly number[]): Distribution {
  return { bounds, counts: Array.from({ length: bounds.length + 1 }, () => 0), sum: 0 }
}

export function observe(distribution: Distribution, value: number, times = 1): void {
  const { bounds, counts } = distribution
  const found = bounds.findIndex((bound) => value <= bound)
  const at = found === -1 ? bounds.length : found
  counts[at] = (counts[at] ?? 0) + times
  distribution.sum += value * times
}

export function countOf({ counts }: Distribution): number {
  return counts.reduce((sum, count) => sum + count, 0)
}

/** Bucket ends with how many are at or below them, as an exposition prints them. */
export function cumulate({ bounds, counts }: Distribution): [end: number, count: number][] {
  let sum = 0
  return [...bounds, Infinity].map((end, at) => [end, (sum += counts[at] ?? 0)])
}

export function addDistributions(a: Distribution, b: Distribution): Distribution {
  const counts = a.counts.map((count, at) => count + (b.counts[at] ?? 0))
  return { bounds: a.bounds, counts, sum: a.sum + b.sum }
}
