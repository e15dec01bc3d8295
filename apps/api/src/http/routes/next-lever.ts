import { NextLever } from '@podium/contracts'
import { readNextLever } from '../../queries/next-lever.ts'
import type { QueryContext } from '../../queries/query-context.ts'
import type { AnswerRoute } from './route.ts'
import { ofEveryTeam, teamParams, teamQuery } from './window-query.ts'
import { windowRoute } from './window-route.ts'

export function nextLeverRoute(context: QueryContext): AnswerRoute {
  return windowRoute(context, {
    path: '/api/v1/teams/:id/next-lever',
    access: 'viewer',
    tag: 'board',
    summary: 'What would lift a team most, by its score',
    params: teamParams,
    query: teamQuery,
    answer: NextLever,
    changesWith: 'window',
    read: (asked) => readNextLever(context, asked.params.id, ofEveryTeam(asked)),
  })
}
