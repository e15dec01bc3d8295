import { Models } from '@podium/contracts'
import { z } from 'zod'
import { describeModels } from '../analytics/models/describe-models.ts'
import { commonQuery, planCommon } from './common-query.ts'
import { readTraffic, type TrafficDeps } from './read-traffic.ts'
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
    plan: ({ query }, now) => {
      const planned = planCommon(query, now)
      if ('parameter' in planned) return planned
      const { window, question } = planned
      return {
        question,
        until: window.until,
        days: window.days,
        read: async () => {
          const traffic = await readTraffic(deps, query, window, now)
          return {
            data_version: traffic.dataVersion,
            window: traffic.window,
            ...describeModels(traffic),
          } satisfies Models
        },
      }
    },
  })
}
