import { SumMeasure, UsageAnswer } from '@podium/contracts'
import { z } from 'zod'
import type { QueryContext } from '../../queries/query-context.ts'
import { readUsage } from '../../queries/usage.ts'
import { checkGrouping, daysBefore, groupingQuery } from './grouping-query.ts'
import type { AnswerRoute } from './route.ts'
import { topQuery } from './top-query.ts'
import { commonQuery } from './window-query.ts'
import { windowRoute } from './window-route.ts'

const Query = z.strictObject({
  ...commonQuery,
  ...groupingQuery,
  measure: SumMeasure.default('tokens').describe('What ranks the rows and what `share` is of.'),
  top: topQuery({ most: 500, usual: 50, says: 'How many rows stand alone; the rest is one more' }),
})

export function usageRoute(context: QueryContext): AnswerRoute {
  return windowRoute(context, {
    path: '/api/v1/usage',
    access: 'viewer',
    tag: 'analytics',
    summary: 'Usage by team, model or provider, beside the period before',
    params: z.strictObject({}),
    query: Query,
    answer: UsageAnswer,
    // What a span that is not over is compared with grows with it.
    changesWith: ({ compare }) => (compare === undefined ? 'window' : 'minute'),
    check: ({ query }) => checkGrouping(query),
    alsoAbout: (asked) => daysBefore(asked),
    read: (asked) => readUsage(context, asked),
  })
}
