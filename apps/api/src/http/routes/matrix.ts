import { Matrix, MatrixMeasure } from '@podium/contracts'
import { z } from 'zod'
import { describeMatrix } from '../../analytics/models/describe-matrix.ts'
import { commonQuery } from './common-query.ts'
import { planTraffic } from '../../queries/plan-traffic.ts'
import type { TrafficDeps } from '../../queries/read-traffic.ts'
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
      const { measure } = query
      return planTraffic(deps, { query, now, also: measure }, (traffic) => ({
        measure,
        ...describeMatrix({ ...traffic, measure }),
      }))
    },
  })
}
