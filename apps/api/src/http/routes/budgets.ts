import { Budgets } from '@podium/contracts'
import { z } from 'zod'
import { readBudgets } from '../../queries/budgets.ts'
import type { QueryContext } from '../../queries/query-context.ts'
import { momentOf, windowOf } from '../../queries/window-question.ts'
import { answerRoute, type AnswerRoute } from './route.ts'
import { commonQuery } from './window-query.ts'

export function budgetsRoute(context: QueryContext): AnswerRoute {
  return answerRoute({
    path: '/api/v1/budgets',
    access: 'viewer',
    tag: 'analytics',
    summary: 'Budgets of teams: what is spent, at what pace, and how long they last',
    params: z.strictObject({}),
    query: z.strictObject(commonQuery),
    answer: Budgets,
    plan: ({ query }, now) => {
      // Asked like any other, it is always about now.
      windowOf(query, now)
      const { asOf, until, days } = momentOf(windowOf({ range: '1h', tz: 'UTC' }, now), now)
      const { team, model, provider } = query
      const chosen = {
        team: team.toSorted(),
        model: model.toSorted(),
        provider: provider.toSorted(),
      }
      return {
        question: JSON.stringify({ chosen, asOf }),
        ...{ until, days },
        read: () => readBudgets(context, { query: chosen, asOf }),
      }
    },
  })
}
