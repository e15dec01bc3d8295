import type { GpuMetric, GpuSeriesLine, MetricUnit } from '@podium/contracts'
import { addGpuSlices, type GpuSlice, type Mean } from '../../../domain/inference/slice.ts'
import type { Edges } from '../../series/buckets.ts'
import { placeSlices } from './place-slices.ts'

type Drawing = {
  metrics: readonly GpuMetric[]
  gpus: readonly string[]
  slices: readonly GpuSlice[]
  edges: Edges
  seconds: number | null
}

const units: Record<GpuMetric, MetricUnit> = {
  utilization_ratio: 'ratio',
  memory_used_bytes: 'bytes',
  power_watts: 'watts',
  temperature_celsius: 'celsius',
  energy_joules: 'joules',
}

export function drawGpus({ metrics, gpus, slices, edges, seconds }: Drawing): GpuSeriesLine[] {
  return metrics.flatMap((metric) =>
    gpus.map((gpu): GpuSeriesLine => {
      const own = slices.filter((slice) => slice.gpu === gpu)
      const { buckets, tooLong } = placeSlices(own, edges, seconds)
      const sums = edges.slice(0, -1).map((_, at) => {
        const [first, ...others] = buckets.get(at) ?? []
        return first === undefined ? null : others.reduce(addGpuSlices, first)
      })
      return {
        ...{ metric, gpu, unit: units[metric] },
        values: sums.map((sum) => (sum === null ? null : valueOf(metric, sum))),
        n: sums.map((sum) => sum?.scrapes ?? 0),
        unplaced: metric === 'energy_joules' ? unplacedOf(own, tooLong) : null,
      }
    }),
  )
}

function valueOf(metric: GpuMetric, slice: GpuSlice): number | null {
  if (metric === 'utilization_ratio') return mean(slice.utilizationRatio)
  if (metric === 'memory_used_bytes') return mean(slice.memoryUsedBytes)
  if (metric === 'power_watts') return mean(slice.powerWatts)
  return metric === 'temperature_celsius' ? mean(slice.temperatureCelsius) : slice.joules
}

function unplacedOf(own: readonly GpuSlice[], tooLong: readonly GpuSlice[]): number {
  const overGaps = own.reduce((sum, { unplacedJoules }) => sum + unplacedJoules, 0)
  return tooLong.reduce((sum, { joules }) => sum + (joules ?? 0), overGaps)
}

function mean({ sum, n }: Mean): number | null {
  return n === 0 ? null : sum / n
}
