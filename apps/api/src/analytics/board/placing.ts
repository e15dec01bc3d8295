import type { BoardMeasure } from '@podium/contracts'
import { isZero, subtract, sum } from '../../domain/counters.ts'
import type { Terms } from '../prices.ts'
import { scoreOf, yardstickOf } from '../score/score.ts'
import { hasTraffic, type TeamTraffic } from '../team-usage.ts'
import type { ModelTotal } from '../../domain/traffic.ts'
import { usageOf } from '../usage.ts'
import type { Pace } from './pace.ts'
import { rankTeams, valueOf, type Contender } from './rank-teams.ts'

type Input = {
  teams: readonly TeamTraffic[]
  pace: Pace
  /** Minutes before the moment of the board. */
  ago: number
  termsOf: Terms
}

/** Everything that teams can be ranked by, as it was then. */
export function contenders({ teams, pace, ago, termsOf }: Input): Contender[] {
  const yardstick = yardstickOf(teams, termsOf)
  const momentum = pace.momentum(ago)
  return teams.map((team) => ({
    teamId: team.teamId,
    usage: usageOf(team.models, termsOf, team.counters),
    momentum: momentum(team.teamId),
    score: scoreOf(team, yardstick),
  }))
}

export type Standing = { rank: number; value: number | null }

/** Of those who can be ranked: their place, from 1, and by what. */
export function standingsOf(
  teams: readonly Contender[],
  measure: BoardMeasure,
): Map<string | null, Standing> {
  const { ranked } = rankTeams(teams, measure)
  return new Map(
    ranked.map((team, index) => [team.teamId, { rank: index + 1, value: valueOf(measure, team) }]),
  )
}

/** The traffic as it was before `recent` came. */
export function trafficBefore(
  teams: readonly TeamTraffic[],
  recent: readonly TeamTraffic[],
): TeamTraffic[] {
  const recentOf = new Map(recent.map((team) => [team.teamId, team.models]))
  return teams.flatMap((team) => {
    const since = recentOf.get(team.teamId)
    if (since === undefined) return [team]
    const models = modelsBefore(team.models, since)
    const counters = sum(models.map((model) => model.counters))
    return hasTraffic(counters) ? [{ teamId: team.teamId, models, counters }] : []
  })
}

function modelsBefore(models: readonly ModelTotal[], since: readonly ModelTotal[]) {
  const sinceOf = new Map(since.map(({ model, counters }) => [model, counters]))
  return models.flatMap(({ model, counters }) => {
    const lately = sinceOf.get(model)
    const before = lately === undefined ? counters : subtract(counters, lately)
    return isZero(before) ? [] : [{ model, counters: before }]
  })
}
