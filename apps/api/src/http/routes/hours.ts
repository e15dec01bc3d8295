import { Hours, SumMeasure } from '@podium/contracts'
import { z } from 'zod'
import { readHours } from '../../queries/hours.ts'
import type { QueryContext } from '../../queries/query-context.ts'
import type { AnswerRoute } from './route.ts'
import { commonQuery } from './window-query.ts'
import { windowRoute } from './window-route.ts'

const Query = z.strictObject({
  ...commonQuery,
  measure: SumMeasure.default('tokens').describe('What is summed by the hour.'),
})

export function hoursRoute(context: QueryContext): AnswerRoute {
  return windowRoute(context, {
    path: '/api/v1/hours',
    access: 'viewer',
    tag: 'analytics',
    summary: 'Hour of the day × day of the week, in the zone that is asked for',
    params: z.strictObject({}),
    query: Query,
    answer: Hours,
    // The next poll can show that an hour was quiet, which no new data tells.
    changesWith: 'minute',
    read: (asked) => readHours(context, asked),
  })
}
