import { Board, BoardField, BoardMeasure } from '@podium/contracts'
import { z } from 'zod'
import { describeBoard } from '../../analytics/board/describe-board.ts'
import { onlyFields } from '../../queries/board-fields.ts'
import { commonQuery, planCommon } from './common-query.ts'
import { asOfMinute, readStandings, type StandingsDeps } from '../../queries/read-standings.ts'
import type { Refusal } from '../refused.ts'
import { answerRoute, type AnswerRoute, type Plan } from './route.ts'

const WholeQuery = z.strictObject({
  ...commonQuery,
  measure: BoardMeasure.default('tokens').describe('What ranks the teams.'),
})
const Query = WholeQuery.extend({
  fields: z
    .array(z.enum(BoardField.options, `A field is one of ${BoardField.options.join(', ')}.`))
    .max(30, 'At most 30 fields may be named.')
    .default([])
    .describe(
      'Only these parts of each row, such as `team`, `value` or `usage.spend_usd`; may be repeated. All of them where it is missing.',
    ),
})

const described = {
  path: '/api/v1/board',
  access: 'viewer',
  tag: 'board',
  summary: 'Ranked teams with every measure, and what is not ranked',
  params: z.strictObject({}),
  answer: Board,
} as const

/** Who is ahead, by the measure that the viewer picks. */
export function boardRoute(deps: StandingsDeps): AnswerRoute {
  return answerRoute({
    ...described,
    query: Query,
    plan: ({ query }, now) => planBoard(deps, query, now),
  })
}

/** The same with all there is of every row, as a table needs it. */
export function wholeBoardRoute(deps: StandingsDeps): AnswerRoute {
  return answerRoute({
    ...described,
    query: WholeQuery,
    plan: ({ query }, now) => planBoard(deps, { ...query, fields: [] }, now),
  })
}

function planBoard(
  deps: StandingsDeps,
  { fields, ...query }: z.infer<typeof Query>,
  now: number,
): Plan | Refusal {
  const planned = planCommon(query, now)
  if ('parameter' in planned) return planned
  const { window, question } = planned
  const moment = asOfMinute(window, now)
  return {
    question: JSON.stringify([question, query.measure, moment.asOf, fields.toSorted()]),
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
      return fields.length === 0 ? board : onlyFields(board, fields)
    },
  }
}
