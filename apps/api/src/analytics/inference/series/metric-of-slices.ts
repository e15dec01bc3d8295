import type { InferenceMetric, MetricUnit } from '@podium/contracts'
import {
  latencyOf,
  mergeDistributions,
  type CounterName,
  type Latency,
  type LatencyName,
} from '@podium/inference-metrics'
import type { EngineSlice, Mean } from '../../../domain/inference/slice.ts'

/** A value, and how much is behind it. */
export type Point = { value: number | null; n: number | null }

/** The slices of one bucket: one for each engine. `joules` is what its GPUs used. */
export type Bucketed = { engines: readonly EngineSlice[]; joules: number | null }

type Read = { unit: MetricUnit; read: (bucket: Bucketed) => Point }

const stats = ['mean', 'p50', 'p90', 'p95', 'p99'] as const
const kinds = ['ttft', 'itl', 'tpot', 'e2e', 'queue'] as const

const simple: Partial<Record<InferenceMetric, Read>> = {
  running: gauge('requests', ({ running }) => running),
  waiting: gauge('requests', ({ waiting }) => waiting),
  kv_cache_ratio: {
    unit: 'ratio',
    read: ({ engines }) => {
      const means = engines.flatMap(({ kvCacheRatio }) => valueOf(kvCacheRatio) ?? [])
      const value = means.length === 0 ? null : add(means) / means.length
      return { value, n: add(engines.map(({ kvCacheRatio }) => kvCacheRatio.n)) }
    },
  },
  prompt_tokens: counter('tokens', 'promptTokens'),
  generation_tokens: counter('tokens', 'generationTokens'),
  preemptions: counter('preemptions', 'preemptions'),
  requests_finished: counter('requests', 'finished'),
  prompt_tokens_per_second: rate('promptTokens'),
  generation_tokens_per_second: rate('generationTokens'),
  prefix_hit_ratio: {
    unit: 'ratio',
    read: ({ engines }) => {
      const [hits, queries] = [total(engines, 'prefixHits'), total(engines, 'prefixQueries')]
      return { value: hits === null || !queries ? null : hits / queries, n: queries }
    },
  },
  joules_per_1k_generation_tokens: {
    unit: 'joules',
    read: ({ engines, joules }) => {
      const tokens = total(engines, 'generationTokens')
      return { value: joules === null || !tokens ? null : (1000 * joules) / tokens, n: tokens }
    },
  },
}

/** How a metric is read from the slices of a bucket. */
export function metricOf(metric: InferenceMetric): Read {
  const known = simple[metric]
  if (known !== undefined) return known
  for (const kind of kinds)
    for (const stat of stats)
      if (metric === `${kind}_${stat}`)
        return {
          unit: 'seconds',
          read: ({ engines }) => {
            const latency = latencyOfAll(engines, kind)
            return { value: statOf(latency, stat), n: latency?.n ?? null }
          },
        }
  throw new Error(`${metric} is no metric`)
}

/** What has come over gaps, or is too long for a bucket; `null` for what cannot be added. */
export function unplacedOf(
  metric: InferenceMetric,
  slices: readonly EngineSlice[],
  tooLong: readonly EngineSlice[],
): number | null {
  const names = {
    prompt_tokens: 'promptTokens',
    generation_tokens: 'generationTokens',
    requests_finished: 'finished',
  } as const
  if (!(metric in names)) return null
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- it was looked up one line above
  const name = names[metric as keyof typeof names]
  const overGaps = slices.map(({ unplaced }) => unplaced[name])
  return add([...overGaps, ...tooLong.map(({ increase }) => increase.counters[name] ?? 0)])
}

function gauge(unit: MetricUnit, of: (slice: EngineSlice) => Mean): Read {
  return {
    unit,
    read: ({ engines }) => {
      const values = engines.map((slice) => valueOf(of(slice)))
      const n = add(engines.map((slice) => of(slice).n))
      if (engines.length === 0 || values.includes(null)) return { value: null, n }
      return { value: add(values.map((value) => value ?? 0)), n }
    },
  }
}

function counter(unit: MetricUnit, name: CounterName): Read {
  return {
    unit,
    read: ({ engines }) => ({ value: total(engines, name), n: scrapesOf(engines) }),
  }
}

function rate(name: CounterName): Read {
  return {
    unit: 'tokens_per_second',
    read: ({ engines }) => {
      const rates = engines.map(({ increase, seconds }) => {
        const value = increase.counters[name]
        return value === null || seconds === 0 ? null : value / seconds
      })
      const isKnown = engines.length > 0 && !rates.includes(null)
      return {
        value: isKnown ? add(rates.map((value) => value ?? 0)) : null,
        n: scrapesOf(engines),
      }
    },
  }
}

function total(engines: readonly EngineSlice[], name: CounterName): number | null {
  const values = engines.map(({ increase }) => increase.counters[name])
  if (engines.length === 0 || values.includes(null)) return null
  return add(values.map((value) => value ?? 0))
}

function latencyOfAll(engines: readonly EngineSlice[], kind: LatencyName): Latency | null {
  const known = engines.flatMap(({ increase }) => increase.latencies[kind] ?? [])
  return known.length === 0 ? null : latencyOf(known.reduce(mergeDistributions))
}

function statOf(latency: Latency | null, stat: (typeof stats)[number]): number | null {
  if (latency === null) return null
  return stat === 'mean' ? latency.mean : (latency[stat]?.value ?? null)
}

function valueOf({ sum, n }: Mean): number | null {
  return n === 0 ? null : sum / n
}

function scrapesOf(engines: readonly EngineSlice[]): number {
  return add(engines.map(({ scrapes }) => scrapes))
}

function add(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}
