import type { Counters } from '@podium/litellm-client'
import { sum } from '../domain/counters.ts'
import type { ModelTotal, TeamModel } from '../domain/traffic.ts'
import type { Filter } from './filter.ts'

/** What one team did, by model. */
export type TeamTraffic = {
  teamId: string | null
  models: readonly ModelTotal[]
  counters: Counters
}

/** The traffic that is asked about, by team: only teams that had any. */
export function trafficByTeam(rows: readonly TeamModel[], filter: Filter): TeamTraffic[] {
  const asked = rows.filter(({ model }) => filter.models === null || filter.models.has(model))
  const byTeam = Map.groupBy(asked, ({ teamId }) => teamId)
  return [...byTeam].flatMap(([teamId, models]) => {
    if (!filter.teams.has(teamId)) return []
    const counters = sum(models.map((row) => row.counters))
    return hasTraffic(counters) ? [{ teamId, models, counters }] : []
  })
}

/** Traffic of the chosen models outside the teams: nobody's, or that of the gateway's own pages; `null` is none. */
export function trafficBeside(
  rows: readonly TeamModel[],
  wanted: string | null,
  { models, teams, isEveryTeam }: Filter,
): ModelTotal[] | null {
  if (!isEveryTeam && !teams.has(wanted)) return null
  const beside = rows.filter(
    ({ teamId, model }) => teamId === wanted && (models === null || models.has(model)),
  )
  return beside.some(({ counters }) => hasTraffic(counters)) ? beside : null
}

export function hasTraffic({ promptTokens, completionTokens, requests, spendUsd }: Counters) {
  return promptTokens + completionTokens + requests > 0 || spendUsd > 0
}
