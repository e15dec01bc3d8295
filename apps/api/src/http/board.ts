import { Board, BoardMeasure } from '@podium/contracts'
import { z } from 'zod'
import { describeBoard } from '../analytics/board/describe-board.ts'
import { commonQuery, planCommon } from './common-query.ts'
import { asOfMinute, readStandings, type StandingsDeps } from './read-standings.ts'
import { answerRoute, type AnswerRoute } from './route.ts'

const Query = z.strictObject({
  ...commonQuery,
  measure: BoardMeasure.default('tokens').describe('What ranks the teams.'),
})

/** Who is ahead, by the measure that the viewer picks. */
export function boardRoute(deps: StandingsDeps): AnswerRoute {
  return answerRoute({
    path: '/api/v1/board',
    access: 'viewer',
    tag: 'board',
    summary: 'Ranked teams with every measure, and what is not ranked',
    params: z.strictObject({}),
    query: Query,
    answer: Board,
    plan: ({ query }, now) => {
      const planned = planCommon(query, now)
      if ('parameter' in planned) return planned
      const { window, question } = planned
      const moment = asOfMinute(window, now)
      return {
        question: JSON.stringify([question, query.measure, moment.asOf]),
        until: moment.until,
        days: moment.days,
        read: async () => {
          const { traffic, input } = await readStandings(deps, query, { window, moment, now })
          const board: Board = {
            data_version: traffic.dataVersion,
            read_at: traffic.readAt,
            window: traffic.window,
            ...describeBoard({ ...input, measure: query.measure }),
          }
          return board
        },
      }
    },
  })
}
