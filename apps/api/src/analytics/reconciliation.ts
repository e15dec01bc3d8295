import type { DayReconciliation, Reconciliation, TeamName } from '@podium/contracts'
import { roundUsd } from '../domain/dollars.ts'
import type { DayBalance } from '../ledger/reconcile-day.ts'
import type { SpendDrift as LedgerDrift } from '../ledger/compare-spend.ts'
import { amount } from './amount.ts'

/** Every team that the gateway lists, or that was compared; null is not compared yet. */
export type TeamReconciliation = { name: TeamName; drift: LedgerDrift | null }

const shownTeams = 20

/** Whether everything that is booked is what the gateway says in its other words. */
export function describeReconciliation(
  days: readonly DayBalance[],
  teams: readonly TeamReconciliation[],
): Reconciliation {
  const drifts = teams.flatMap(({ name, drift }) => (drift === null ? [] : [{ name, ...drift }]))
  const drifting = drifts.filter(({ driftUsd }) => driftUsd !== 0)
  const waiting = teams.filter(({ name, drift }) => drift === null && !name.gone).length
  const isBalanced = days.length > 0 && days.every(({ isExact }) => isExact)
  return {
    reconciled: isBalanced && drifts.length > 0 && drifting.length === 0 && waiting === 0,
    days: days.toSorted((a, b) => (a.day < b.day ? 1 : -1)).map(describeDay),
    drift: describeAll(drifts),
    waiting,
    worst: drifting
      .toSorted((a, b) => Math.abs(b.driftUsd) - Math.abs(a.driftUsd))
      .slice(0, shownTeams)
      .map(({ name, ...drift }) => ({
        team: name.id,
        name: name.name,
        ...describeDrift(drift),
        cause: drift.driftUsd > 0 ? 'rows_lost' : 'counter_behind',
      })),
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

function describeAll(drifts: readonly LedgerDrift[]): Reconciliation['drift'] {
  const [first, ...others] = drifts
  if (first === undefined) return null
  const all = others.reduce(
    (sum, each) => ({
      since: Math.min(sum.since, each.since),
      until: Math.max(sum.until, each.until),
      meterUsd: sum.meterUsd + each.meterUsd,
      driftUsd: sum.driftUsd + each.driftUsd,
    }),
    first,
  )
  const drifting = drifts.filter(({ driftUsd }) => driftUsd !== 0).length
  return { ...describeDrift(all), teams: drifts.length, drifting }
}

function describeDrift({ since, until, meterUsd, driftUsd }: LedgerDrift) {
  return {
    since: new Date(since).toISOString(),
    until: new Date(until).toISOString(),
    meter_usd: roundUsd(meterUsd),
    booked_usd: roundUsd(meterUsd - driftUsd),
    drift_usd: roundUsd(driftUsd),
  }
}
