import { Models } from '@podium/contracts'
import { z } from 'zod'
import { describeModels } from '../../analytics/models/describe-models.ts'
import { commonQuery } from './common-query.ts'
import { planTraffic } from '../../queries/plan-traffic.ts'
import type { TrafficDeps } from '../../queries/read-traffic.ts'
import { answerRoute, type AnswerRoute } from './route.ts'

/** What each model was used for and what it cost. */
export function modelsRoute(deps: TrafficDeps): AnswerRoute {
  return answerRoute({
    path: '/api/v1/models',
    access: 'viewer',
    tag: 'models',
    summary: 'Models with their use, their list price and the price paid',
    params: z.strictObject({}),
    query: z.strictObject(commonQuery),
    answer: Models,
    plan: ({ query }, now) => planTraffic(deps, { query, now }, describeModels),
  })
}
