import type { Counters } from '@podium/litellm-client'
import { sum } from '../domain/counters.ts'
import type { ModelTotal, TeamModel } from '../domain/traffic.ts'
import type { Filter } from './filter.ts'

/** What one team did, by model. */
export type TeamTraffic = { teamId: string; models: readonly ModelTotal[]; counters: Counters }

/** The traffic that is asked about, by team: only teams that had any. */
export function trafficByTeam(rows: readonly TeamModel[], filter: Filter): TeamTraffic[] {
  const asked = rows.filter(({ model }) => filter.models === null || filter.models.has(model))
  const byTeam = Map.groupBy(asked, ({ teamId }) => teamId)
  return [...byTeam].flatMap(([teamId, models]) => {
    if (teamId === null || !filter.teams.has(teamId)) return []
    const counters = sum(models.map((row) => row.counters))
    return hasTraffic(counters) ? [{ teamId, models, counters }] : []
  })
}

/** Traffic of the chosen models that belongs to no team; `null` is none, or teams were chosen. */
export function unassignedOf(
  rows: readonly TeamModel[],
  { models, isEveryTeam }: Filter,
): ModelTotal[] | null {
  if (!isEveryTeam) return null
  const nobodys = rows.filter(
    ({ teamId, model }) => teamId === null && (models === null || models.has(model)),
  )
  return nobodys.some(({ counters }) => hasTraffic(counters)) ? nobodys : null
}

export function hasTraffic({ promptTokens, completionTokens, requests, spendUsd }: Counters) {
  return promptTokens + completionTokens + requests > 0 || spendUsd > 0
}
