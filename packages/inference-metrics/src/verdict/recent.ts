import type { Increase } from '../counters/increase.ts'
import type { LatencyName } from '../counters/names.ts'
import { sumOf } from '../figures/span.ts'
import { latencyOf } from '../quantiles/latency.ts'
import { windowOf } from '../windows/window.ts'
import type { ModelTick } from './model-tick.ts'
import type { Evidence } from './verdict.ts'

/** The good scrapes of a model up to now, and what they say of the last minute. */
export type Recent = {
  /** The last three, and the three before: oldest first. */
  last: readonly ModelTick[]
  before: readonly ModelTick[]
  minute: Increase
  samples: number
  seconds: number
  /** The most that ran at a time in the last five minutes. */
  mostRunning: number
}

const minuteMs = 60_000
const fiveMinutesMs = 300_000

/** `ticks` end with the present one. */
export function recentOf(ticks: readonly ModelTick[]): Recent {
  const end = ticks.at(-1)?.at ?? 0
  const begin = ticks.findIndex(({ at }) => at >= end - fiveMinutesMs)
  const good = ticks.slice(Math.max(0, begin)).filter(({ isGood }) => isGood)
  const found = windowOf(good, minuteMs)
  return {
    last: good.slice(-3),
    before: good.slice(-6, -3),
    minute: sumOf(found?.inside.slice(1) ?? []),
    samples: found?.window.scrapes ?? 0,
    seconds: found?.window.seconds ?? 0,
    mostRunning: Math.max(0, ...good.map(({ running }) => running ?? 0)),
  }
}

/** A quantile of the last minute, where there are enough observations to believe it. */
export function quantileOfMinute(
  { minute }: Recent,
  name: LatencyName,
  { q, least }: { q: 'p90' | 'p95'; least: number },
): number | null {
  const distribution = minute.latencies[name]
  if (distribution === null) return null
  const latency = latencyOf(distribution)
  return latency.n < least ? null : (latency[q]?.value ?? null)
}

export function ofMinute(
  { samples, seconds }: Recent,
  kind: string,
  value: number,
  limit: number | null,
): Evidence {
  return { kind, value, limit, samples, seconds }
}

/** Of some scrapes in a row: the newest value is the one that is told. */
export function ofScrapes(
  ticks: readonly ModelTick[],
  kind: string,
  value: number,
  limit: number | null,
): Evidence {
  const [first, last] = [ticks[0]?.at ?? 0, ticks.at(-1)?.at ?? 0]
  return { kind, value, limit, samples: ticks.length, seconds: (last - first) / 1000 }
}
