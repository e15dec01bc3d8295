import type { Distribution } from '../counters/series.ts'
import { divide } from './divide.ts'
import { quantileOf, type Quantile } from './quantile.ts'

/** Seconds; `n` observations. */
export type Latency = {
  n: number
  mean: number | null
  p50: Quantile | null
  p90: Quantile | null
  p95: Quantile | null
  p99: Quantile | null
}

export function latencyOf(distribution: Distribution): Latency {
  return {
    n: distribution.count,
    mean: divide(distribution.sum, distribution.count),
    p50: quantileOf(0.5, distribution),
    p90: quantileOf(0.9, distribution),
    p95: quantileOf(0.95, distribution),
    p99: quantileOf(0.99, distribution),
  }
}
