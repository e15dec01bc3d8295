import { Matrix, MatrixMeasure } from '@podium/contracts'
import { z } from 'zod'
import { describeMatrix } from '../analytics/models/describe-matrix.ts'
import { commonQuery, planCommon } from './common-query.ts'
import { readTraffic, type TrafficDeps } from './read-traffic.ts'
import { answerRoute, type AnswerRoute } from './route.ts'

const Query = z.strictObject({
  ...commonQuery,
  measure: MatrixMeasure.default('tokens').describe('What a cell shows.'),
})

/** Which team used which model how much. */
export function matrixRoute(deps: TrafficDeps): AnswerRoute {
  return answerRoute({
    path: '/api/v1/matrix',
    access: 'viewer',
    tag: 'models',
    summary: 'Team × model by one measure',
    params: z.strictObject({}),
    query: Query,
    answer: Matrix,
    plan: ({ query }, now) => {
      const planned = planCommon(query, now)
      if ('parameter' in planned) return planned
      const { window, question } = planned
      return {
        question: JSON.stringify([question, query.measure]),
        until: window.until,
        days: window.days,
        read: async () => {
          const traffic = await readTraffic(deps, query, window, now)
          return {
            data_version: traffic.dataVersion,
            window: traffic.window,
            measure: query.measure,
            ...describeMatrix({ ...traffic, measure: query.measure }),
          } satisfies Matrix
        },
      }
    },
  })
}
