import type { CompatCostEfficiency } from '@podium/contracts'
import type { TeamModel } from '../../domain/traffic.ts'
import type { Counters } from '@podium/litellm-client'
import { round } from './round.ts'
import { teamsShown, tokensOf, type Asked } from './teams-shown.ts'

const decimals = 4

/** What each team paid for each model that it used. */
export function costEfficiency(
  rows: readonly TeamModel[],
  { teams, coverage }: Asked,
): CompatCostEfficiency {
  return {
    cells: teamsShown(teams, rows).flatMap(({ team, rows: ofTeam }) =>
      ofTeam
        .map(({ model, counters }) => cell(team.name, model, counters))
        .toSorted((a, b) => b.total_tokens - a.total_tokens || (a.model < b.model ? -1 : 1)),
    ),
    coverage,
  }
}

function cell(team: string, model: string, counters: Counters) {
  const tokens = tokensOf(counters)
  return {
    team,
    model,
    cost_per_1k_tokens: tokens === 0 ? 0 : round((1000 * counters.spendUsd) / tokens, decimals),
    total_cost: round(counters.spendUsd, decimals),
    total_tokens: tokens,
  }
}
