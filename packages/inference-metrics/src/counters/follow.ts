import type { Increase } from './increase.ts'
import { increaseOfDistributions } from './increase-of-distribution.ts'
import { increaseOfSeries } from './increase-of-series.ts'
import {
  ofCounters,
  ofLatencies,
  type LatencyName,
  type OfCounters,
  type OfLatencies,
} from './names.ts'
import type { Distributions, Series } from './series.ts'
import { shareBounds } from './share-bounds.ts'

/** What a scrape says of one model's counters; `null` is a family that is not there. */
export type Totals = {
  counters: OfCounters<Series | null>
  latencies: OfLatencies<Distributions | null>
}

export type Followed = { totals: Totals; increase: Increase; hasReset: boolean }

export const noTotals: Totals = {
  counters: ofCounters(() => null),
  latencies: ofLatencies(() => null),
}

/**
 * The increase since the good scrape before, and the totals for the next one. A series that comes new counts from 0; one
 * that is away for a scrape goes on from where it was. `before` is `noTotals` for a model that appears while its target is
 * read.
 */
export function follow(before: Totals, now: Totals): Followed {
  const resets = new Set<string>()
  const counters = ofCounters((name) => {
    const series = now.counters[name]
    if (series === null) return null
    const increase = increaseOfSeries(before.counters[name] ?? new Map(), series)
    if (increase.hasReset) resets.add(name)
    return increase.value
  })
  const shared = { ...now, latencies: ofLatencies((name) => share(before, now, name)) }
  const latencies = ofLatencies((name) => {
    const series = shared.latencies[name]
    if (series === null) return null
    const increase = increaseOfDistributions(before.latencies[name] ?? new Map(), series)
    if (increase.hasReset) resets.add(name)
    return increase.value
  })
  const hasReset = resets.size > 0
  // After a restart, what is not there yet begins at 0 again.
  const totals = hasReset ? shared : carryOver(before, shared)
  return { totals, increase: { counters, latencies }, hasReset }
}

function share(before: Totals, now: Totals, name: LatencyName): Distributions | null {
  const series = now.latencies[name]
  return series === null ? null : shareBounds(before.latencies[name], series)
}

function carryOver(before: Totals, now: Totals): Totals {
  return {
    counters: ofCounters((name) => carry(before.counters[name], now.counters[name])),
    latencies: ofLatencies((name) => carry(before.latencies[name], now.latencies[name])),
  }
}

/** No more series than a scrape may have are remembered. */
const mostSeries = 50_000

function carry<T>(
  before: ReadonlyMap<string, T> | null,
  now: ReadonlyMap<string, T> | null,
): ReadonlyMap<string, T> | null {
  if (before === null || now === null) return now ?? before
  let isMissing = false
  for (const key of before.keys()) isMissing ||= !now.has(key)
  const all = isMissing ? new Map([...before, ...now]) : now
  return all.size > mostSeries ? now : all
}
