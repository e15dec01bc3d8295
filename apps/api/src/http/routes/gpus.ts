import { Gpus } from '@podium/contracts'
import { z } from 'zod'
import type { InferenceContext } from '../../queries/inference/context.ts'
import { readGpus } from '../../queries/inference/gpus.ts'
import { names, scrapeWindow } from './inference-query.ts'
import { answerRoute, type AnswerRoute } from './route.ts'

const Query = z.strictObject({ window: scrapeWindow, gpu: names('GPUs') })

export function gpusRoute(context: InferenceContext & { now: () => number }): AnswerRoute {
  const { inference, now } = context
  return answerRoute({
    path: '/api/v1/gpus',
    access: 'viewer',
    tag: 'inference',
    summary: 'GPUs now: how busy they are, what they draw, and which engines use them',
    params: z.strictObject({}),
    query: Query,
    answer: Gpus,
    plan: ({ query: { window, gpu } }) => ({
      question: JSON.stringify({ ...window, gpu }),
      until: null,
      days: null,
      version: () => inference.version(now()),
      read: () => readGpus(context, { ...window, gpu }, now()),
    }),
  })
}
