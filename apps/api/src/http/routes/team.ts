import { TeamDetail } from '@podium/contracts'
import { describeTeam } from '../../analytics/teams/describe-team.ts'
import type { Store } from '../../store/open-store.ts'
import { planCommon } from './common-query.ts'
import { findTeam, teamParams, teamQuery } from '../../queries/find-team.ts'
import { readSeries, type SeriesStore } from '../../queries/read-series.ts'
import { asOfMinute, readStandings, type StandingsDeps } from '../../queries/read-standings.ts'
import { answerRoute, type Route } from './route.ts'

type TeamStore = StandingsDeps['store'] &
  SeriesStore &
  Pick<Store, 'keys' | 'teamCells' | 'teamRequests'>
type Deps = StandingsDeps & { store: TeamStore }

/** Streaks are looked for where minutes are kept. */
const streakSeconds = 14 * 86_400
const climbSeconds = 1800
const topModels = 7

/** All about one team. */
export function teamRoute(deps: Deps): Route {
  return answerRoute({
    path: '/api/v1/teams/:id',
    access: 'viewer',
    tag: 'board',
    summary: 'One team: its series, keys, models, budget and badges',
    params: teamParams,
    query: teamQuery,
    answer: TeamDetail,
    plan: ({ params, query }, now) => {
      const everybody = { ...query, team: [] }
      const planned = planCommon(everybody, now)
      if ('parameter' in planned) return planned
      const { window, question } = planned
      const moment = asOfMinute(window, now)
      return {
        question: JSON.stringify([params.id, question, moment.asOf]),
        until: moment.until,
        days: moment.days,
        read: async () => {
          const found = await findTeam(deps, params.id)
          if (found === null) return null
          const { store, publicIds } = deps
          const { teamId } = found
          const { traffic, input } = await readStandings(deps, everybody, { window, moment, now })
          const own = {
            ...traffic,
            filter: { ...traffic.filter, isEveryTeam: false, teams: new Set([teamId]) },
          }
          const streaks = { from: Math.max(window.from, window.to - streakSeconds), to: window.to }
          const climb = { from: Math.max(window.from, moment.asOf - climbSeconds), to: moment.asOf }
          const [series, cells, keys, requests, lately] = await Promise.all([
            readSeries(deps, own, window, {
              ...{ by: 'model', measure: 'tokens', bucket: undefined, top: topModels },
            }),
            store.teamCells(window, teamId),
            store.keys(),
            store.teamRequests(streaks, teamId),
            store.spanTotals(climb),
          ])
          const stored = traffic.stored.find((team) => team.teamId === teamId)
          const detail: TeamDetail = {
            data_version: traffic.dataVersion,
            window: traffic.window,
            team: { ...found.name, blocked: stored?.blocked ?? false },
            series,
            ...describeTeam({ ...input, teamId, cells, keys, requests, lately, publicIds }),
          }
          return detail
        },
      }
    },
  })
}
