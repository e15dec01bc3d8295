import type { CompatSuccessRate } from '@podium/contracts'
import type { TeamTotal } from '../../domain/traffic.ts'
import { sum } from '../../domain/counters.ts'
import { round } from './round.ts'
import { teamsShown, type Asked } from './teams-shown.ts'

export function successRate(
  rows: readonly TeamTotal[],
  { teams, coverage }: Asked,
): CompatSuccessRate {
  return {
    teams: teamsShown(teams, rows).map(({ team, rows: ofTeam }) => {
      const { requests, successes, failures } = sum(ofTeam.map(({ counters }) => counters))
      return {
        name: team.name,
        total_requests: requests,
        successful_requests: successes,
        failed_requests: failures,
        success_rate: requests === 0 ? 0 : round((100 * successes) / requests, 2),
      }
    }),
    coverage,
  }
}
