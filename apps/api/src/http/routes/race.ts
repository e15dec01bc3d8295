import { Race, RaceMeasure } from '@podium/contracts'
import { z } from 'zod'
import type { QueryContext } from '../../queries/query-context.ts'
import { readRace } from '../../queries/race.ts'
import type { AnswerRoute } from './route.ts'
import { topQuery } from './top-query.ts'
import { commonQuery } from './window-query.ts'
import { windowRoute } from './window-route.ts'

const Query = z.strictObject({
  ...commonQuery,
  measure: RaceMeasure.default('tokens').describe('What ranks the teams.'),
  top: topQuery({ most: 20, usual: 7, says: 'How many of the first teams have a line' }),
  own: z
    .array(z.string().max(500))
    .max(5, 'At most 5 teams may be named.')
    .default([])
    .describe('Teams that have a line whatever their rank, by public id; may be repeated.'),
})

export function raceRoute(context: QueryContext): AnswerRoute {
  return windowRoute(context, {
    path: '/api/v1/race',
    access: 'viewer',
    tag: 'board',
    summary: 'How the board came about: the first teams over the span',
    params: z.strictObject({}),
    query: Query,
    answer: Race,
    changesWith: 'minute',
    read: (asked) => readRace(context, asked),
  })
}
