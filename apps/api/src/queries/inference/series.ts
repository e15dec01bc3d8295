import type {
  GpuMetric,
  GpuSeries,
  InferenceBucket,
  InferenceMetric,
  InferenceSeries,
} from '@podium/contracts'
import { isoOf } from '../../analytics/describe-window.ts'
import { gpusOfEngines } from '../../analytics/inference/gpus-of-engines.ts'
import { drawGpus } from '../../analytics/inference/series/draw-gpus.ts'
import { drawInference } from '../../analytics/inference/series/draw-inference.ts'
import { areHours, inferenceEdges, suitingBucket } from '../../analytics/inference/series/edges.ts'
import { subjectsOf } from '../../analytics/inference/series/subjects.ts'
import type { SpanWindow } from '../../analytics/window.ts'
import { rowsOf } from '../../domain/inference/fresh.ts'
import type { InferenceContext } from './context.ts'
import { readHours, readMinutes, readTens } from './slices.ts'

type Asked = { window: SpanWindow; bucket?: InferenceBucket | undefined }

export type InferenceSeriesAsked = Asked & {
  metric: readonly InferenceMetric[]
  by: 'model' | 'engine'
  engine: readonly string[]
  model: readonly string[]
}

/** Figures of engines over time; `null` where one that is asked for is nobody's. */
export async function readInferenceSeries(
  context: InferenceContext,
  asked: InferenceSeriesAsked,
): Promise<InferenceSeries | null> {
  const { by, metric: metrics } = asked
  const { edges, slices, seconds, described } = await readOverTime(context, asked)
  const known = context.inference.known()
  const rows = rowsOf(known.engines)
  const found = subjectsOf(asked, { rows, slices: slices.engines, gpusOf: gpusOfEngines(known) })
  if (found === null) return null
  const lines = drawInference({ metrics, subjects: found, ...slices, edges, seconds })
  return { ...described, by, lines }
}

export type GpuSeriesAsked = Asked & { metric: readonly GpuMetric[]; gpu: readonly string[] }

/** The same of GPUs. */
export async function readGpuSeries(
  context: InferenceContext,
  asked: GpuSeriesAsked,
): Promise<GpuSeries | null> {
  const { edges, slices, seconds, described } = await readOverTime(context, asked)
  const all = new Set([
    ...context.inference.known().gpus.map(({ last }) => last.gpu),
    ...slices.gpus.map(({ gpu }) => gpu).toSorted(),
  ])
  if (asked.gpu.some((gpu) => !all.has(gpu))) return null
  const gpus = [...all].filter((gpu) => asked.gpu.length === 0 || asked.gpu.includes(gpu))
  const lines = drawGpus({ metrics: asked.metric, gpus, slices: slices.gpus, edges, seconds })
  return { ...described, lines }
}

async function readOverTime(context: InferenceContext, { window, ...asked }: Asked) {
  const bucket = asked.bucket ?? suitingBucket(window)
  const edges = inferenceEdges(window, bucket)
  const span = { from: edges[0] ?? window.from, to: edges.at(-1) ?? window.to }
  const isShort = bucket === '10s'
  const slices = isShort
    ? readTens(context, span)
    : await (areHours(edges, bucket) ? readHours : readMinutes)(context, span)
  const described = {
    window: { from: isoOf(window.from), to: isoOf(window.to), tz: window.tz },
    bucket,
    starts: edges.slice(0, -1).map(isoOf),
  }
  return { edges, slices, seconds: isShort ? 10 : null, described }
}
