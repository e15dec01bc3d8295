import { Inference } from '@podium/contracts'
import { z } from 'zod'
import type { InferenceContext } from '../../queries/inference/context.ts'
import { readInference } from '../../queries/inference/inference.ts'
import { names, scrapeWindow } from './inference-query.ts'
import { answerRoute, type AnswerRoute } from './route.ts'

const Query = z.strictObject({
  window: scrapeWindow,
  engine: names('engines'),
  model: names('models'),
})

export function inferenceRoute(context: InferenceContext & { now: () => number }): AnswerRoute {
  const { inference, now } = context
  return answerRoute({
    path: '/api/v1/inference',
    access: 'viewer',
    tag: 'inference',
    summary: 'Engines of local models now: figures, a verdict, and what they use of energy',
    params: z.strictObject({}),
    query: Query,
    answer: Inference,
    plan: ({ query: { window, ...query } }) => ({
      question: JSON.stringify({ ...window, ...query }),
      until: null,
      days: null,
      version: () => inference.version(now()),
      read: () => readInference(context, { ...window, ...query }, now()),
    }),
  })
}
