import {
  GpuMetric,
  GpuSeries,
  InferenceBucket,
  InferenceMetric,
  InferenceSeries,
} from '@podium/contracts'
import { z } from 'zod'
import { bucketProblem } from '../../analytics/inference/series/edges.ts'
import { BadParameter } from '../../queries/bad-parameter.ts'
import type { InferenceContext } from '../../queries/inference/context.ts'
import { readGpuSeries, readInferenceSeries } from '../../queries/inference/series.ts'
import { windowOf } from '../../queries/window-question.ts'
import { names } from './inference-query.ts'
import { answerRoute, type AnswerRoute, type Plan } from './route.ts'
import { windowQuery } from './window-query.ts'

type Dependencies = InferenceContext & { now: () => number }

const { from, to, range, tz } = windowQuery
const span = {
  ...{ from, to, range, tz },
  bucket: InferenceBucket.optional().describe(
    'How long one step is. Default: what suits the span.',
  ),
}

/** From one to six of them. */
const metrics = <Metric extends z.ZodType>(metric: Metric) =>
  z
    .array(metric)
    .max(6, 'At most 6 metrics may be named.')
    .default([])
    .refine((list) => list.length > 0, 'metric is missing: what is to be drawn?')
    .describe('What is drawn; may be repeated, at most 6.')

const InferenceQuery = z.strictObject({
  metric: metrics(InferenceMetric),
  by: z.enum(['model', 'engine']).default('model').describe('What has a line of its own.'),
  engine: names('engines'),
  model: names('models'),
  ...span,
})

const GpuQuery = z.strictObject({ metric: metrics(GpuMetric), gpu: names('GPUs'), ...span })

export function inferenceSeriesRoute(context: Dependencies): AnswerRoute {
  return answerRoute({
    path: '/api/v1/inference/series',
    access: 'viewer',
    tag: 'inference',
    summary: 'Figures of engines over time, by model or engine',
    params: z.strictObject({}),
    query: InferenceQuery,
    answer: InferenceSeries,
    plan: ({ query }, now) =>
      planOf(context, query, now, (window) => readInferenceSeries(context, { ...query, window })),
  })
}

export function gpuSeriesRoute(context: Dependencies): AnswerRoute {
  return answerRoute({
    path: '/api/v1/gpus/series',
    access: 'viewer',
    tag: 'inference',
    summary: 'Figures of GPUs over time',
    params: z.strictObject({}),
    query: GpuQuery,
    answer: GpuSeries,
    plan: ({ query }, now) =>
      planOf(context, query, now, (window) => readGpuSeries(context, { ...query, window })),
  })
}

type Asked = z.infer<z.ZodObject<typeof span>>

/** The same words are another question with each minute, as their window moves. */
function planOf(
  { inference, now: clock }: Dependencies,
  { bucket, ...query }: Asked,
  now: number,
  read: (window: ReturnType<typeof windowOf>) => Promise<object | null>,
): Plan {
  const window = windowOf(query, now)
  const problem = bucket === undefined ? null : bucketProblem(window, bucket, now)
  if (problem !== null) throw new BadParameter('bucket', problem)
  return {
    question: JSON.stringify({ ...query, bucket, window }),
    until: window.until,
    days: null,
    version: () => inference.version(clock()),
    read: () => read(window),
  }
}
