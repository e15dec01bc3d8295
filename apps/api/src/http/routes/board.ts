import { Board, BoardField, BoardMeasure, BoardRow, Usage } from '@podium/contracts'
import { z } from 'zod'
import { readBoard, readBoardFields } from '../../queries/board.ts'
import type { QueryContext } from '../../queries/query-context.ts'
import type { AnswerRoute } from './route.ts'
import { commonQuery } from './window-query.ts'
import { windowRoute } from './window-route.ts'

const measures = [...BoardMeasure.options, 'auto']

const WholeQuery = z.strictObject({
  ...commonQuery,
  measure: z
    .enum([...BoardMeasure.options, 'auto'], `measure must be one of ${measures.join(', ')}.`)
    .default('tokens')
    .describe(
      'What ranks the teams; `auto` is the score as soon as three teams have one, else tokens. `measure` of the answer says which it was.',
    ),
})
const Query = WholeQuery.extend({
  fields: z
    .array(z.enum(BoardField.options, `A field is one of ${BoardField.options.join(', ')}.`))
    .max(30, 'At most 30 fields may be named.')
    .default([])
    .describe(
      'Only these parts of each row, such as `team`, `value` or `usage.spend_usd`; may be repeated. Default: all of them.',
    ),
})

const described = {
  path: '/api/v1/board',
  access: 'viewer',
  tag: 'board',
  summary: 'Ranked teams with every measure, and what is not ranked',
  params: z.strictObject({}),
  answer: Board,
  changesWith: 'minute',
} as const

/** Where fields are named, a row has nothing else. */
const PartialRow = BoardRow.partial().extend({
  usage: Usage.partial().optional().meta({ description: 'What was asked for of the usage.' }),
})
const BoardAnswer = z.union([
  Board,
  Board.extend({
    rows: z.array(PartialRow).meta({ description: 'The ranked teams, best first.' }),
    unranked: z.array(PartialRow).meta({ description: 'Teams that warm up.' }),
  }).meta({ description: 'With `fields`: rows that have nothing else.' }),
])

export function boardRoute(context: QueryContext): AnswerRoute {
  return windowRoute(context, {
    ...described,
    answer: BoardAnswer,
    query: Query,
    read: (asked) => readBoardFields(context, asked),
  })
}

/** The same with all there is of every row, as a table needs it. */
export function wholeBoardRoute(context: QueryContext): AnswerRoute {
  return windowRoute(context, {
    ...described,
    query: WholeQuery,
    read: (asked) => readBoard(context, asked),
  })
}
