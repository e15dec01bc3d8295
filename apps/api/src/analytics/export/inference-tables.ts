import type {
  Gpus,
  GpuSeries,
  Inference,
  InferenceEngine,
  InferenceLoad,
  InferenceSeries,
} from '@podium/contracts'
import type { Table, Value } from './table.ts'

const latencies = ['ttft', 'itl', 'tpot', 'e2e', 'queue'] as const
const quantiles = ['p50', 'p90', 'p95', 'p99'] as const

/** Of each latency how many, the mean, and each quantile with its bound. */
export const latencyColumns = latencies.flatMap((kind) => [
  ...[`${kind}_n`, `${kind}_mean_seconds`],
  ...quantiles.flatMap((q) => [`${kind}_${q}_seconds`, `${kind}_${q}_bound`]),
])

export const engineColumns = [
  ...['engine', 'kind', 'version', 'model', 'public_models', 'state', 'reason', 'stale'],
  ...['scraped_at', 'window_from', 'window_to', 'window_seconds', 'scrapes', 'resets'],
  ...['running', 'waiting', 'kv_cache_ratio', 'kv_cache_basis', 'prompt_tokens'],
  ...['cached_prompt_tokens', 'generation_tokens', 'prompt_tokens_per_second'],
  ...['generation_tokens_per_second', 'requests_finished', 'requests_failed', 'requests_aborted'],
  ...['requests_rejected', 'requests_refused', 'preemptions', 'prefix_hit_ratio'],
  ...['spec_accept_ratio', 'verdict', 'verdict_reason'],
] as const

export function inferenceTable({ engines, models }: Inference): Table {
  const verdictOf = ({ engine, model }: InferenceEngine) =>
    models.find((one) => one.engines.includes(engine) && one.model === (model ?? engine))?.verdict
  return {
    columns: [...engineColumns, ...latencyColumns],
    rows: engines.map((row): Value[] => {
      const { figures, window } = row
      const { requests } = figures
      const verdict = verdictOf(row)
      return [
        ...[row.engine, row.kind, row.version, row.model, row.public_models.join(' ')],
        ...[row.state, row.reason, row.stale, row.scraped_at],
        ...[window?.from ?? null, window?.to ?? null, window?.seconds ?? null],
        ...[window?.scrapes ?? null, window?.resets ?? null, figures.running, figures.waiting],
        ...[figures.kv_cache_ratio, figures.kv_cache_basis, figures.prompt_tokens],
        ...[figures.cached_prompt_tokens, figures.generation_tokens],
        ...[figures.prompt_tokens_per_second, figures.generation_tokens_per_second],
        ...[requests.finished, requests.failed, requests.aborted, requests.rejected],
        ...[requests.refused, figures.preemptions, figures.prefix_hit_ratio],
        ...[figures.spec_accept_ratio, verdict?.state ?? null, verdict?.reason ?? null],
        ...latencyValues(row),
      ]
    }),
  }
}

function latencyValues({ figures }: InferenceEngine): Value[] {
  return latencies.flatMap((kind) => {
    const latency = figures[`${kind}_seconds`]
    return [
      ...[latency?.n ?? null, latency?.mean ?? null],
      ...quantiles.flatMap((q) => [latency?.[q]?.value ?? null, latency?.[q]?.bound ?? null]),
    ]
  })
}

export const inferenceSeriesColumns = [
  ...['start', 'bucket', 'metric', 'unit', 'model', 'engine', 'value', 'n'],
] as const

/** Every bucket of every line, then what no bucket can show. */
export function inferenceSeriesTable({ bucket, starts, lines }: InferenceSeries): Table {
  return {
    columns: inferenceSeriesColumns,
    rows: lines.flatMap(({ metric, unit, model, engine, values, n, unplaced }) => {
      const about = [bucket, metric, unit, model, engine]
      return pointsOf(starts, { values, n, unplaced }).map((point): Value[] => [
        ...[point.start, ...about, point.value, point.n],
      ])
    }),
  }
}

export const gpuColumns = [
  ...['gpu', 'index', 'name', 'host', 'source', 'gone', 'seen_at', 'utilization_ratio'],
  ...['memory_used_bytes', 'memory_total_bytes', 'power_watts', 'power_limit_watts'],
  ...['temperature_celsius', 'memory_temperature_celsius', 'sm_clock_hertz', 'window_from'],
  ...['window_to', 'energy_joules', 'energy_source', 'idle_watts', 'engines', 'known_by'],
] as const

export function gpusTable({ gpus }: Gpus): Table {
  return {
    columns: gpuColumns,
    rows: gpus.map((gpu) => [
      ...[gpu.gpu, gpu.index, gpu.name, gpu.host, gpu.source, gpu.gone, gpu.seen_at],
      ...[gpu.utilization_ratio, gpu.memory_used_bytes, gpu.memory_total_bytes, gpu.power_watts],
      ...[gpu.power_limit_watts, gpu.temperature_celsius, gpu.memory_temperature_celsius],
      ...[gpu.sm_clock_hertz, gpu.window?.from ?? null, gpu.window?.to ?? null],
      ...[gpu.energy_joules, gpu.energy_source, gpu.idle_watts],
      ...[gpu.engines.join(' '), gpu.known_by],
    ]),
  }
}

export const gpuSeriesColumns = ['start', 'bucket', 'metric', 'unit', 'gpu', 'value', 'n'] as const

export function gpuSeriesTable({ bucket, starts, lines }: GpuSeries): Table {
  return {
    columns: gpuSeriesColumns,
    rows: lines.flatMap(({ metric, unit, gpu, values, n, unplaced }) =>
      pointsOf(starts, { values, n, unplaced }).map((point): Value[] => [
        ...[point.start, bucket, metric, unit, gpu, point.value, point.n],
      ]),
    ),
  }
}

type Points = Pick<InferenceSeries['lines'][number], 'values' | 'n' | 'unplaced'>

type Point = { start: string | null; value: number | null; n: number | null }

function pointsOf(starts: readonly string[], { values, n, unplaced }: Points): Point[] {
  return [
    ...starts.map((start, at) => ({ start, value: values[at] ?? null, n: n[at] ?? null })),
    ...(unplaced === null ? [] : [{ start: null, value: unplaced, n: null }]),
  ]
}

export const loadColumns = [
  ...['kind', 'model', 'public_models', 'engines', 'minutes', 'team_id', 'team', 'tokens'],
  ...['tokens_per_minute', 'share'],
] as const

/** Every team of every model, then what did not come through the gateway. */
export function inferenceLoadTable({ models }: InferenceLoad): Table {
  return {
    columns: loadColumns,
    rows: models.flatMap((load) => {
      const about = [load.model, load.public_models.join(' '), load.engines.join(' '), load.minutes]
      const beyond = load.not_via_gateway_tokens
      return [
        ...load.teams.map(({ team, tokens, tokens_per_minute: perMinute, share }): Value[] => [
          ...[team === null ? 'unassigned' : 'team', ...about, team?.id ?? null],
          ...[team?.name ?? 'Unassigned', tokens, perMinute, share],
        ]),
        [
          ...['not_via_gateway', ...about, null, 'not via the gateway', beyond],
          beyond === null || load.minutes === 0 ? null : beyond / load.minutes,
          load.not_via_gateway_share,
        ],
      ]
    }),
  }
}
