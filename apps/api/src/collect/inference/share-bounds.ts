import type { Increase, LatencyName } from '@podium/inference-metrics'

type Distributions = Increase['latencies']

/** Every kind of engine has a few; more of them are not worth their memory. */
const most = 256

/** Equal ends of buckets as one list: a thread's message copies them with every sample, and an hour has 720. */
export function createBoundsKeeper(): (increase: Increase | null) => Increase | null {
  const lists = new Map<string, readonly number[]>()

  function one(bounds: readonly number[]): readonly number[] {
    const key = bounds.join()
    const known = lists.get(key)
    if (known !== undefined) return known
    if (lists.size === most) lists.clear()
    lists.set(key, bounds)
    return bounds
  }

  function share(latencies: Distributions, name: LatencyName) {
    const distribution = latencies[name]
    return distribution && { ...distribution, bounds: one(distribution.bounds) }
  }

  return (increase) => {
    if (increase === null) return null
    const { counters, latencies } = increase
    return {
      counters,
      latencies: {
        ttft: share(latencies, 'ttft'),
        itl: share(latencies, 'itl'),
        tpot: share(latencies, 'tpot'),
        e2e: share(latencies, 'e2e'),
        queue: share(latencies, 'queue'),
      },
    }
  }
}
