import { Models } from '@podium/contracts'
import { z } from 'zod'
import { readModels } from '../../queries/models.ts'
import type { QueryContext } from '../../queries/query-context.ts'
import type { AnswerRoute } from './route.ts'
import { commonQuery } from './window-query.ts'
import { windowRoute } from './window-route.ts'

export function modelsRoute(context: QueryContext): AnswerRoute {
  return windowRoute(context, {
    path: '/api/v1/models',
    access: 'viewer',
    tag: 'models',
    summary: 'Models with their use, their list price and the price paid',
    params: z.strictObject({}),
    query: z.strictObject(commonQuery),
    answer: Models,
    changesWith: 'window',
    read: (asked) => readModels(context, asked),
  })
}
