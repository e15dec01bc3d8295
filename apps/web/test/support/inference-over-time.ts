import type { GpuSeries, InferenceMetric, InferenceSeries } from '@podium/contracts'

const starts = Array.from({ length: 60 }, (_, minute) =>
  new Date(Date.UTC(2026, 10, 29, 13, 4 + minute)).toISOString(),
)
const overTime = {
  window: { from: '2026-11-29T13:04:00.000Z', to: '2026-11-29T14:04:00.000Z', tz: 'UTC' },
  bucket: 'minute' as const,
  starts,
}

const heights: readonly [InferenceMetric, number][] = [
  ['ttft_p50', 0.5],
  ['ttft_p95', 1.4],
  ['ttft_p99', 2],
  ['itl_p50', 0.016],
  ['itl_p95', 0.034],
  ['itl_p99', 0.05],
  ['running', 20],
  ['waiting', 5],
  ['kv_cache_ratio', 0.6],
]

/** An hour that gets slower; nobody watched four minutes of it. */
export function seriesOf(metrics: readonly string[], models: readonly string[]): InferenceSeries {
  const known = heights.filter(([metric]) => metrics.includes(metric))
  return {
    ...overTime,
    by: 'model',
    lines: models.flatMap((model) =>
      known.map(([metric, height]) => ({
        metric,
        unit: 'seconds' as const,
        model,
        engine: null,
        values: starts.map((_, at) =>
          at >= 20 && at < 24 ? null : height * (1 + (at * at) / 7000),
        ),
        n: starts.map((_, at) => (at >= 20 && at < 24 ? null : 200 + at)),
        unplaced: null,
      })),
    ),
  }
}

export function gpuSeriesOf(gpus: readonly string[]): GpuSeries {
  return {
    ...overTime,
    lines: gpus.map((gpu, place) => ({
      metric: 'utilization_ratio',
      unit: 'ratio',
      gpu,
      values: starts.map((_, at) => Math.min(1, 0.5 + 0.03 * place + at / 150)),
      n: starts.map(() => 12),
      unplaced: null,
    })),
  }
}
