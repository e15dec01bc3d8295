import type { LeftOut, LeftOutAmount } from '@podium/contracts'
import type { TeamModel } from '../domain/traffic.ts'
import type { Filter } from './filter.ts'
import type { Terms } from './prices.ts'
import { dashboardTeam } from './team-names.ts'
import { usageOf } from './usage.ts'

/** Everything that belongs to none of the teams, and is not asked about either. */
export function leftOutOf(
  rows: readonly TeamModel[],
  { teams, models }: Pick<Filter, 'teams' | 'models'>,
  termsOf: Terms,
): LeftOut {
  const amountOf = (wanted: string | null): LeftOutAmount => {
    const beside = rows.filter(
      ({ teamId, model }) =>
        teamId === wanted && !teams.has(teamId) && (models === null || models.has(model)),
    )
    const { tokens, requests, spend_usd, unpriced, unpriced_tokens } = usageOf(beside, termsOf)
    return { tokens, requests, spend_usd, unpriced, unpriced_tokens }
  }
  return { unassigned: amountOf(null), dashboard: amountOf(dashboardTeam) }
}
