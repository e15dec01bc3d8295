import { InferenceLoad } from '@podium/contracts'
import { z } from 'zod'
import type { InferenceContext } from '../../queries/inference/context.ts'
import { readLoad } from '../../queries/inference/load.ts'
import { windowOf } from '../../queries/window-question.ts'
import { names } from './inference-query.ts'
import { answerRoute, type AnswerRoute } from './route.ts'
import { windowQuery } from './window-query.ts'

const { from, to, range, tz } = windowQuery
const Query = z.strictObject({ ...{ from, to, range, tz }, model: names('models') })

export function inferenceLoadRoute(context: InferenceContext & { now: () => number }): AnswerRoute {
  const { inference, now: clock } = context
  return answerRoute({
    path: '/api/v1/inference/load',
    access: 'viewer',
    tag: 'inference',
    summary: 'Which team loads which engines, and what does not come through the gateway',
    params: z.strictObject({}),
    query: Query,
    answer: InferenceLoad,
    plan: ({ query: { model, ...asked } }, now) => {
      const window = windowOf(asked, now)
      return {
        question: JSON.stringify({ window, model }),
        until: window.until,
        days: null,
        version: () => inference.version(clock()),
        read: () => readLoad(context, { window, model }, clock()),
      }
    },
  })
}
