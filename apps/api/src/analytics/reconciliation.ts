import type { DayReconciliation, Reconciliation, SpendDrift } from '@podium/contracts'
import type { DayBalance } from '../ledger/reconcile-day.ts'
import type { SpendDrift as LedgerDrift } from '../ledger/compare-spend.ts'
import { amount } from './amount.ts'
import type { PublicIds } from './public-ids.ts'

export type TeamDrift = LedgerDrift & { teamId: string }

const shownTeams = 5

/** Whether everything that is booked is what the gateway says in its other words. */
export function describeReconciliation(
  days: readonly DayBalance[],
  drifts: readonly TeamDrift[],
  publicIds: PublicIds,
): Reconciliation {
  const worst = drifts
    .filter(({ driftUsd }) => driftUsd !== 0)
    .toSorted((a, b) => Math.abs(b.driftUsd) - Math.abs(a.driftUsd))
    .slice(0, shownTeams)
  return {
    days: days.toSorted((a, b) => (a.day < b.day ? 1 : -1)).map(describeDay),
    drift: describeAll(drifts),
    worst: worst.map((drift) => ({ team: publicIds.team(drift.teamId), ...describeDrift(drift) })),
  }
}

function describeDay(balance: DayBalance): DayReconciliation {
  return {
    day: balance.day,
    balanced: balance.isExact,
    cells_beyond_teams: amount([balance.cellsBeyondTeams]),
    teams_beyond_day: amount([balance.teamsBeyondDay]),
    held_cells: balance.heldCells,
  }
}

function describeAll(drifts: readonly TeamDrift[]): Reconciliation['drift'] {
  if (drifts.length === 0) return null
  const all = drifts.reduce((sum, each) => ({
    teamId: '',
    since: Math.min(sum.since, each.since),
    until: Math.max(sum.until, each.until),
    meterUsd: sum.meterUsd + each.meterUsd,
    driftUsd: sum.driftUsd + each.driftUsd,
  }))
  return { ...describeDrift(all), teams: drifts.length }
}

function describeDrift({ since, until, meterUsd, driftUsd }: TeamDrift): Omit<SpendDrift, 'team'> {
  return {
    since: new Date(since).toISOString(),
    until: new Date(until).toISOString(),
    meter_usd: meterUsd,
    booked_usd: meterUsd - driftUsd,
    drift_usd: driftUsd,
  }
}
