import { Matrix, MatrixMeasure } from '@podium/contracts'
import { z } from 'zod'
import { readMatrix } from '../../queries/models.ts'
import type { QueryContext } from '../../queries/query-context.ts'
import type { AnswerRoute } from './route.ts'
import { commonQuery } from './window-query.ts'
import { windowRoute } from './window-route.ts'

const Query = z.strictObject({
  ...commonQuery,
  measure: MatrixMeasure.default('tokens').describe('What a cell shows.'),
})

export function matrixRoute(context: QueryContext): AnswerRoute {
  return windowRoute(context, {
    path: '/api/v1/matrix',
    access: 'viewer',
    tag: 'models',
    summary: 'Team × model by one measure',
    params: z.strictObject({}),
    query: Query,
    answer: Matrix,
    changesWith: 'window',
    read: (asked) => readMatrix(context, asked),
  })
}
