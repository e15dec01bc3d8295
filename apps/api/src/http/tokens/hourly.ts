import { TokensHourly } from '@podium/contracts'
import { z } from 'zod'
import type { NamedTeam } from '../../analytics/team-names.ts'
import { hourly } from '../../analytics/tokens/hourly.ts'
import type { Store } from '../../store/open-store.ts'
import type { DayRange } from '../../domain/span.ts'
import { Refused } from '../refused.ts'
import { answerRoute, type Route } from '../routes/route.ts'
import { compatible, planRange, RangeQuery, type TokensDeps } from './tokens-route.ts'

type Deps = TokensDeps & { store: Pick<Store, 'teamTotals' | 'dayHours'> }

const Query = RangeQuery.extend({
  team: z.string().optional().describe('Name or public id; without it all teams are counted.'),
})

export function tokensHourlyRoute(deps: Deps): Route {
  const load = async (range: DayRange) => {
    const [totals, hours] = await Promise.all([
      deps.store.teamTotals(range),
      deps.store.dayHours(range),
    ])
    return { totals, hours }
  }
  return answerRoute({
    ...compatible,
    path: '/tokens/hourly',
    summary: 'Tokens by hour of the UTC day',
    query: Query,
    answer: TokensHourly,
    plan: ({ query: { team = '', ...range } }, now) => {
      const plan = planRange(deps, range, now, {
        load,
        shape: (read, asked) => hourly(read, { ...asked, teams: chosen(asked.teams, team) }),
      })
      if ('parameter' in plan) return plan
      return { ...plan, question: `${plan.question} ${team}` }
    },
  })
}

function chosen(teams: readonly NamedTeam[], wanted: string): readonly NamedTeam[] {
  if (wanted === '') return teams
  const found = teams.filter(({ name }) => name.id === wanted || name.name === wanted)
  if (found.length > 0) return found
  throw new Refused({
    parameter: 'team',
    detail: 'No team has this name or id. Teams that share a name are told apart as in /tokens.',
  })
}
