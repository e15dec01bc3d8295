import { figuresOf, type Latency } from '@podium/inference-metrics'
import { energyOfModel } from '../analytics/inference/energy-of-model.ts'
import { factsOf, type Facts } from '../analytics/inference/facts.ts'
import { goneGpus } from '../analytics/inference/gone-gpus.ts'
import { partOf } from '../analytics/inference/part-of-row.ts'
import { isFresh, type Row } from '../domain/inference/fresh.ts'
import type { KnownInference } from '../domain/inference/known.ts'
import type { Family, Labels } from './family.ts'

type Sample = { labels: Labels; value: number }

const windowMs = 60_000

/** Engines, their models and GPUs over the last minute; what is stale or unknown is not there. */
export function inferenceFamilies(known: KnownInference, now: number): Family[] {
  // Who asks for what does not matter here.
  const facts = factsOf(known, [], now)
  return [...engineFamilies(facts), ...modelFamilies(facts), ...gpuFamilies(facts)]
}

function family(
  type: Family['type'],
  name: string,
  help: string,
  samples: readonly { labels: Labels; value: number | null }[],
): Family {
  const known = samples.flatMap(({ labels, value }): Sample[] =>
    value === null ? [] : [{ labels, value }],
  )
  return { type, name: `podium_${name}`, help, samples: known }
}

function engineFamilies(facts: Facts): Family[] {
  const { known, rows, now } = facts
  const { intervalMs } = known.watched
  const of = <T>(
    items: readonly T[],
    labels: (item: T) => Labels,
    value: (item: T) => number | null,
  ) => items.map((item) => ({ labels: labels(item), value: value(item) }))
  const engine = ({ id }: { id: string }) => ({ engine: id })
  const served = rows.filter(({ model }) => model !== null)
  const both = ({ engine: { id }, name }: Row) => ({ engine: id, model: name })
  const gauges = (read: (row: Row) => number | null, more: Labels = {}) =>
    of(served, (row) => ({ ...both(row), ...more }), read)
  const part = (row: Row) => partOf(row, facts, windowMs)
  return [
    family(
      'gauge',
      'engine_up',
      'Whether the last scrape succeeded and is fresh.',
      of(known.engines, engine, (one) =>
        one.state === 'ok' && isFresh(one, now, intervalMs) ? 1 : 0,
      ),
    ),
    family(
      'gauge',
      'engine_last_scrape_timestamp_seconds',
      'When the last good scrape was sent.',
      of(known.engines, engine, ({ scrapedAt }) => (scrapedAt === null ? null : scrapedAt / 1000)),
    ),
    family(
      'counter',
      'engine_restarts_total',
      'How often the engine was seen to begin again.',
      served.map((row) => ({ labels: both(row), value: row.engine.restarts })),
    ),
    family('gauge', 'engine_requests', 'Requests in the engine.', [
      ...gauges((row) => part(row)?.gauges.running ?? null, { state: 'running' }),
      ...gauges((row) => part(row)?.gauges.waiting ?? null, { state: 'waiting' }),
    ]),
    family(
      'gauge',
      'engine_kv_cache_ratio',
      'How full the KV cache is, 0–1.',
      gauges((row) => part(row)?.gauges.kvCacheRatio ?? null),
    ),
    family('counter', 'engine_tokens_total', 'Tokens since Podium began.', [
      ...gauges(({ model }) => model?.total.promptTokens ?? null, { type: 'prompt' }),
      ...gauges(({ model }) => model?.total.generationTokens ?? null, { type: 'generation' }),
    ]),
    family(
      'gauge',
      'engine_latency_seconds',
      'Latencies of the last minute.',
      served.flatMap((row) => latencySamples(row, facts)),
    ),
  ]
}

function latencySamples(row: Row, facts: Facts) {
  const part = partOf(row, facts, windowMs)
  if (part === null) return []
  const figures = figuresOf([part])
  const kinds: [string, Latency | null][] = [
    ['ttft', figures.ttftSeconds],
    ['itl', figures.itlSeconds],
    ['tpot', figures.tpotSeconds],
    ['e2e', figures.e2eSeconds],
    ['queue', figures.queueSeconds],
  ]
  return kinds.flatMap(([kind, latency]) => {
    const labels = { engine: row.engine.id, model: row.name, kind }
    return [
      { labels: { ...labels, stat: 'mean' }, value: latency?.mean ?? null },
      ...(['p50', 'p90', 'p95', 'p99'] as const).map((stat) => ({
        labels: { ...labels, stat },
        value: latency?.[stat]?.value ?? null,
      })),
    ]
  })
}

function modelFamilies(facts: Facts): Family[] {
  const names = [...new Set(facts.rows.map(({ name }) => name))].toSorted()
  const energies = names.map((model) => {
    const energy = energyOfModel(model, facts, { windowMs, meanRunning: null })
    return { model, ...energy.joulesPer1kGenerationTokens }
  })
  const perToken = (value: number | null) => (value === null ? null : value / 1000)
  return [
    family(
      'gauge',
      'model_verdict',
      'How the model is, as a label.',
      [...facts.known.verdicts].map(([model, { state }]) => ({
        labels: { model, state },
        value: 1,
      })),
    ),
    family('gauge', 'model_energy_joules_per_generation_token', 'Joules of a generated token.', [
      ...energies.map(({ model, gross }) => ({
        labels: { model, basis: 'gross' },
        value: perToken(gross),
      })),
      ...energies.map(({ model, net }) => ({
        labels: { model, basis: 'net' },
        value: perToken(net),
      })),
    ]),
  ]
}

function gpuFamilies(facts: Facts): Family[] {
  const gone = goneGpus(facts)
  const there = facts.known.gpus.filter(({ last }) => !gone.has(last.gpu))
  const gauge = (
    name: string,
    help: string,
    read: (gpu: (typeof there)[number]['last']) => number | null,
  ) =>
    family(
      'gauge',
      name,
      help,
      there.map(({ last }) => ({ labels: { gpu: last.gpu }, value: read(last) })),
    )
  return [
    gauge('gpu_utilization_ratio', 'How busy the GPU is, 0–1.', (gpu) => gpu.utilizationRatio),
    gauge('gpu_memory_used_bytes', 'Memory in use.', (gpu) => gpu.memoryUsedBytes),
    gauge('gpu_memory_total_bytes', 'All of its memory.', (gpu) => gpu.memoryTotalBytes),
    gauge('gpu_power_watts', 'What it draws.', (gpu) => gpu.powerWatts),
    gauge('gpu_temperature_celsius', 'How hot it is.', (gpu) => gpu.temperatureCelsius),
    family(
      'counter',
      'gpu_energy_joules_total',
      'What it used since Podium began.',
      there.map(({ last, total }) => ({ labels: { gpu: last.gpu }, value: total })),
    ),
  ]
}
