import { Teams } from '@podium/contracts'
import { z } from 'zod'
import type { QueryContext } from '../../queries/query-context.ts'
import { readTeams } from '../../queries/teams.ts'
import { answerRoute, type AnswerRoute } from './route.ts'

export function teamsRoute(context: QueryContext): AnswerRoute {
  return answerRoute({
    path: '/api/v1/teams',
    access: 'viewer',
    tag: 'board',
    summary: 'Every team that is listed or has had traffic',
    params: z.strictObject({}),
    query: z.strictObject({}),
    answer: Teams,
    plan: () => ({ question: '', until: null, days: null, read: () => readTeams(context) }),
  })
}
