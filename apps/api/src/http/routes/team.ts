import { TeamDetail } from '@podium/contracts'
import type { QueryContext } from '../../queries/query-context.ts'
import { readTeam } from '../../queries/team.ts'
import type { AnswerRoute } from './route.ts'
import { ofEveryTeam, teamParams, teamQuery } from './window-query.ts'
import { windowRoute } from './window-route.ts'

export function teamRoute(context: QueryContext): AnswerRoute {
  return windowRoute(context, {
    path: '/api/v1/teams/:id',
    access: 'viewer',
    tag: 'board',
    summary: 'One team: its series, keys, models, budget and badges',
    params: teamParams,
    query: teamQuery,
    answer: TeamDetail,
    changesWith: 'minute',
    read: (asked) => readTeam(context, asked.params.id, ofEveryTeam(asked)),
  })
}
