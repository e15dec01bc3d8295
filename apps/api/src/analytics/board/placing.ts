import type { BoardMeasure } from '@podium/contracts'
import { isZero, subtract, sum } from '../../ledger/counters.ts'
import { decayedRate, knownMinutes } from '../decay.ts'
import type { ModelTerms } from '../prices.ts'
import { scoreOf, yardstickOf } from '../score/score.ts'
import { hasTraffic, type ModelCounters, type TeamTraffic } from '../team-usage.ts'
import { usageOf } from '../usage.ts'
import { isWatched, type Watch } from '../watched.ts'
import { rankTeams, type Contender } from './rank-teams.ts'

export type TeamMinute = {
  teamId: string | null
  start: number
  width: number
  completionTokens: number
  spendUsd: number
}

const momentumHalfLife = 5

type Input = {
  teams: readonly TeamTraffic[]
  minutes: readonly TeamMinute[]
  watch: Watch
  asOf: number
  termsOf: (model: string) => ModelTerms
}

/** Everything that teams can be ranked by, as it was at `asOf`. */
export function contenders({ teams, minutes, watch, asOf, termsOf }: Input): Contender[] {
  const yardstick = yardstickOf(teams, termsOf)
  const minutesOf = Map.groupBy(minutes, ({ teamId }) => teamId)
  const isKnown = knownMinutes(asOf, (span) => isWatched(watch, span))
  return teams.map((team) => {
    const seen = (minutesOf.get(team.teamId) ?? []).map(({ completionTokens, ...rest }) => ({
      ...rest,
      amount: completionTokens,
    }))
    return {
      teamId: team.teamId,
      usage: usageOf(team.counters),
      momentum: decayedRate(seen, { asOf, halfLife: momentumHalfLife, isKnown }),
      score: scoreOf(team, yardstick),
    }
  })
}

/** Ranks of those who can be ranked, from 1. */
export function ranksOf(teams: readonly Contender[], measure: BoardMeasure): Map<string, number> {
  const { ranked } = rankTeams(teams, measure)
  return new Map(ranked.map(({ teamId }, index) => [teamId, index + 1]))
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

function modelsBefore(models: readonly ModelCounters[], since: readonly ModelCounters[]) {
  const sinceOf = new Map(since.map(({ model, counters }) => [model, counters]))
  return models.flatMap(({ model, counters }) => {
    const lately = sinceOf.get(model)
    const before = lately === undefined ? counters : subtract(counters, lately)
    return isZero(before) ? [] : [{ model, counters: before }]
  })
}
