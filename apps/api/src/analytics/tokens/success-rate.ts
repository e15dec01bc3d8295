import type { TokensSuccessRate } from '@podium/contracts'
import type { Counters } from '@podium/litellm-client'
import { round } from './round.ts'
import { teamsShown, type Asked } from './teams-shown.ts'

type TeamTotal = { teamId: string | null; counters: Counters }

export function successRate(
  rows: readonly TeamTotal[],
  { teams, coverage }: Asked,
): TokensSuccessRate {
  return {
    teams: teamsShown(teams, rows).map(({ team, total }) => ({
      name: team.name,
      total_requests: total.requests,
      successful_requests: total.successes,
      failed_requests: total.failures,
      success_rate: total.requests === 0 ? 0 : round((100 * total.successes) / total.requests, 2),
    })),
    coverage,
  }
}
