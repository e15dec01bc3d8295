import { NextLever } from '@podium/contracts'
import { nextLever } from '../../analytics/score/next-lever.ts'
import { yardstickOf } from '../../analytics/score/score.ts'
import { noCounters } from '../../domain/counters.ts'
import { termsOf } from '../../analytics/prices.ts'
import type { ShadowPrices } from '../../domain/listings.ts'
import { trafficByTeam } from '../../analytics/team-usage.ts'
import { planCommon } from './common-query.ts'
import { findTeam, teamParams, teamQuery } from '../../queries/find-team.ts'
import { readTraffic, type TrafficDeps } from '../../queries/read-traffic.ts'
import { answerRoute, type Route } from './route.ts'

type Deps = TrafficDeps & { shadowPrices: ShadowPrices }

/** The change that would be worth most to a team's score. */
export function nextLeverRoute(deps: Deps): Route {
  return answerRoute({
    path: '/api/v1/teams/:id/next-lever',
    access: 'viewer',
    tag: 'board',
    summary: 'What would lift a team most, by its score',
    params: teamParams,
    query: teamQuery,
    answer: NextLever,
    plan: ({ params, query }, now) => {
      const everybody = { ...query, team: [] }
      const planned = planCommon(everybody, now)
      if ('parameter' in planned) return planned
      const { window, question } = planned
      return {
        question: JSON.stringify([params.id, question]),
        until: window.until,
        days: window.days,
        read: async () => {
          const team = await findTeam(deps, params.id)
          if (team === null) return null
          const traffic = await readTraffic(deps, everybody, window, now)
          const teams = trafficByTeam(traffic.rows, traffic.filter)
          const yardstick = yardstickOf(teams, termsOf(traffic.models, deps.shadowPrices))
          const { teamId } = team
          const idle = { teamId, models: [], counters: noCounters }
          const own = teams.find((each) => each.teamId === teamId) ?? idle
          const answer: NextLever = {
            data_version: traffic.dataVersion,
            window: traffic.window,
            team: team.name,
            lever: nextLever(own, yardstick),
          }
          return answer
        },
      }
    },
  })
}
