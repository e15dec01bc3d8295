import type { InferenceMetric, InferenceSeriesLine } from '@podium/contracts'
import type { EngineSlice, GpuSlice } from '../../../domain/inference/slice.ts'
import type { Edges } from '../../series/buckets.ts'
import { addEngineSlices } from '../../../domain/inference/slice.ts'
import { metricOf, unplacedOf, type Bucketed } from './metric-of-slices.ts'
import { placeSlices } from './place-slices.ts'

/** What has lines of its own: a model, or a model of one engine, with its GPUs where they are its alone. */
export type Subject = {
  model: string | null
  engine: string | null
  isOf: (slice: EngineSlice) => boolean
  /** Empty is not known. */
  gpus: readonly string[]
}

type Drawing = {
  metrics: readonly InferenceMetric[]
  subjects: readonly Subject[]
  engines: readonly EngineSlice[]
  gpus: readonly GpuSlice[]
  edges: Edges
  /** How long slices are that are shorter than a minute. */
  seconds: number | null
}

export function drawInference(drawing: Drawing): InferenceSeriesLine[] {
  const { metrics, subjects, engines, gpus, edges, seconds } = drawing
  const drawn = subjects.map((subject) => {
    const own = engines.filter(subject.isOf)
    const ownGpus = gpus.filter(({ gpu }) => subject.gpus.includes(gpu))
    return {
      subject,
      own,
      placed: placeSlices(own, edges, seconds),
      placedGpus: placeSlices(ownGpus, edges, seconds),
    }
  })
  return metrics.flatMap((metric) => {
    const { unit, read } = metricOf(metric)
    return drawn.map(({ subject, own, placed, placedGpus }): InferenceSeriesLine => {
      const points = edges.slice(0, -1).map((_, at) =>
        read({
          engines: byEngine(placed.buckets.get(at) ?? []),
          joules: joulesOf(subject, placedGpus.buckets.get(at) ?? []),
        } satisfies Bucketed),
      )
      return {
        ...{ metric, unit, model: subject.model, engine: subject.engine },
        values: points.map(({ value }) => value),
        n: points.map(({ n }) => n),
        unplaced: unplacedOf(metric, own, placed.tooLong),
      }
    })
  })
}

function byEngine(slices: readonly EngineSlice[]): EngineSlice[] {
  const engines = Map.groupBy(slices, ({ engine, model }) => JSON.stringify([engine, model]))
  return [...engines.values()].map((parts) => parts.reduce(addEngineSlices))
}

/** `null` where one of them says nothing. */
function joulesOf({ gpus }: Subject, slices: readonly GpuSlice[]): number | null {
  let sum = 0
  for (const gpu of gpus) {
    const known = slices.filter((slice) => slice.gpu === gpu).flatMap(({ joules }) => joules ?? [])
    if (known.length === 0) return null
    sum += known.reduce((a, b) => a + b, 0)
  }
  return gpus.length === 0 ? null : sum
}
