import { z } from 'zod'

export const InferenceMetric = z
  .enum([
    'running',
    'waiting',
    'kv_cache_ratio',
    'prompt_tokens',
    'generation_tokens',
    'prompt_tokens_per_second',
    'generation_tokens_per_second',
    'prefix_hit_ratio',
    'preemptions',
    'requests_finished',
    'joules_per_1k_generation_tokens',
    ...(['ttft_mean', 'ttft_p50', 'ttft_p90', 'ttft_p95', 'ttft_p99'] as const),
    ...(['itl_mean', 'itl_p50', 'itl_p90', 'itl_p95', 'itl_p99'] as const),
    ...(['tpot_mean', 'tpot_p50', 'tpot_p90', 'tpot_p95', 'tpot_p99'] as const),
    ...(['e2e_mean', 'e2e_p50', 'e2e_p90', 'e2e_p95', 'e2e_p99'] as const),
    ...(['queue_mean', 'queue_p50', 'queue_p90', 'queue_p95', 'queue_p99'] as const),
  ])
  .meta({ description: 'A figure of engines over time.' })
export type InferenceMetric = z.infer<typeof InferenceMetric>

export const GpuMetric = z
  .enum([
    'utilization_ratio',
    'memory_used_bytes',
    'power_watts',
    'temperature_celsius',
    'energy_joules',
  ])
  .meta({ description: 'A figure of GPUs over time.' })
export type GpuMetric = z.infer<typeof GpuMetric>

export const InferenceBucket = z
  .enum(['10s', 'minute', '5min', '15min', 'hour', 'day'])
  .meta({ description: 'How long each bucket is; `10s` is of the last hour only.' })
export type InferenceBucket = z.infer<typeof InferenceBucket>

export const MetricUnit = z
  .enum([
    'requests',
    'ratio',
    'tokens',
    'tokens_per_second',
    'preemptions',
    'joules',
    'seconds',
    'bytes',
    'watts',
    'celsius',
  ])
  .meta({ description: 'The unit of `values`.' })
export type MetricUnit = z.infer<typeof MetricUnit>

const overTime = {
  window: z
    .object({
      from: z.iso.datetime().meta({ description: 'The instant at which the span begins.' }),
      to: z.iso.datetime().meta({ description: 'The instant at which it ends.' }),
      tz: z.string().meta({ description: 'The time zone in which days and hours are counted.' }),
    })
    .meta({ description: 'The span that the answer is about.' }),
  bucket: InferenceBucket,
  starts: z.array(z.iso.datetime()).meta({ description: 'The instant each bucket begins.' }),
}

const ofLine = {
  unit: MetricUnit,
  values: z.array(z.number().nullable()).meta({
    description: 'One for each of `starts`; `null` is a bucket that nobody watched.',
  }),
  n: z.array(z.number().nullable()).meta({
    description:
      'How many observations (of a latency), tokens (of a ratio, of joules) or scrapes are behind each value.',
  }),
  unplaced: z.number().nullable().meta({
    description:
      'What came over gaps and belongs to no bucket; `null` for figures that cannot be added.',
  }),
}

export const InferenceSeriesLine = z
  .object({
    metric: InferenceMetric,
    model: z.string().nullable().meta({ description: 'The model; `null` where it has none.' }),
    engine: z.string().nullable().meta({
      description: 'The id of the engine; `null` where the line is of a model.',
    }),
    ...ofLine,
  })
  .meta({ description: 'One figure of one model or engine.' })
export type InferenceSeriesLine = z.infer<typeof InferenceSeriesLine>

export const InferenceSeries = z
  .object({
    ...overTime,
    by: z.enum(['model', 'engine']).meta({ description: 'What gets a line of its own.' }),
    lines: z.array(InferenceSeriesLine).meta({ description: 'By metric, then by name.' }),
  })
  .meta({ description: 'The answer of `GET /api/v1/inference/series`.' })
export type InferenceSeries = z.infer<typeof InferenceSeries>

export const GpuSeriesLine = z
  .object({
    metric: GpuMetric,
    gpu: z.string().meta({ description: 'The UUID of the GPU.' }),
    ...ofLine,
  })
  .meta({ description: 'One figure of one GPU.' })
export type GpuSeriesLine = z.infer<typeof GpuSeriesLine>

export const GpuSeries = z
  .object({
    ...overTime,
    lines: z.array(GpuSeriesLine).meta({ description: 'By metric, then by GPU.' }),
  })
  .meta({ description: 'The answer of `GET /api/v1/gpus/series`.' })
export type GpuSeries = z.infer<typeof GpuSeries>
