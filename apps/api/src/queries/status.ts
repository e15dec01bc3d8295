import type { SourceStatus, Status } from '@podium/contracts'
import type { PublicIds } from '../analytics/public-ids.ts'
import { dashboardTeam, nameTeams } from '../analytics/team-names.ts'
import { describeReconciliation } from '../analytics/reconciliation.ts'
import { describeCorrection, describeDays, describeNotes } from '../analytics/trust.ts'
import { driftOf } from '../ledger/compare-spend.ts'
import type { DataNote } from '../ledger/data-note.ts'
import type { DayReport } from '../ledger/day-report.ts'
import { addDays, utcDate } from '../domain/utc-day.ts'
import { storeStateOf, type StoreError } from '../store/store-error.ts'
import type { StoreView } from '../store/store-watch.ts'
import type { Reader } from '../store/read/reader.ts'

/** What the process knows of its collector. */
export type CollectorView = {
  sources: () => SourceStatus[]
  days: () => readonly DayReport[]
  priceNotes: () => readonly DataNote[]
  unreadDays: () => number | null
  store: () => StoreView
}

export type StatusContext = {
  store: Reader
  collectorState: CollectorView
  publicIds: PublicIds
  about: { demo: boolean; version: string; pollSeconds: number; historyDays: number }
}

const shownDays = 7

/** How far the numbers can be trusted, as of now. */
export async function readStatus(
  { store, collectorState, publicIds, about }: StatusContext,
  now: number,
): Promise<Status> {
  const { demo, version, historyDays, pollSeconds } = about
  const today = utcDate(now)
  const range = { from: addDays(today, 1 - shownDays), to: today }
  const [dataVersion, coverage, placement, beside, corrections, comparisons, teams, models] =
    await Promise.all([
      store.dataVersion(),
      store.coverage(range),
      store.placement(range),
      store.modelDaysBeside(range, dashboardTeam),
      store.corrections(range),
      store.spendComparisons(),
      store.teams(),
      store.models(),
    ])
  const reports = collectorState.days().filter(({ day }) => day >= range.from)
  const balances = reports.flatMap(({ balance }) => (balance === null ? [] : [balance]))
  const driftOfTeam = new Map(
    comparisons.map(({ teamId, comparison }) => [teamId, driftOf(comparison)]),
  )
  const compared = nameTeams(teams, publicIds).map(({ teamId, name }) => ({
    name,
    drift: driftOfTeam.get(teamId) ?? null,
  }))
  return {
    demo,
    version,
    now: new Date(now).toISOString(),
    data_version: dataVersion,
    poll_seconds: pollSeconds,
    sources: collectorState.sources(),
    store: describeStore(collectorState.store()),
    history: { days: historyDays, unread: collectorState.unreadDays() },
    days: describeDays(coverage, placement, collectorState.days(), { beside, models }),
    reconciliation: describeReconciliation(balances, compared),
    corrections: corrections.map((correction) => describeCorrection(correction, publicIds)),
    notes: describeNotes(collectorState.days(), collectorState.priceNotes()),
  }
}

/** The same where the store does not answer: what it said last, beside what the process knows by itself. */
export function statusWithoutStore(
  { collectorState, about }: StatusContext,
  now: number,
  { last, error }: { last: Status | null; error: StoreError },
): Status {
  const { demo, version, historyDays, pollSeconds } = about
  const { state, since } = collectorState.store()
  // Whoever asks first may be the one who finds out.
  const seen = state === 'ok' ? (storeStateOf(error) ?? 'failed') : state
  return {
    data_version: 0,
    days: [],
    reconciliation: { reconciled: false, days: [], drift: null, waiting: 0, worst: [] },
    corrections: [],
    notes: [],
    ...last,
    demo,
    version,
    now: new Date(now).toISOString(),
    poll_seconds: pollSeconds,
    sources: collectorState.sources(),
    store: describeStore({ state: seen, since: since ?? now }),
    history: { days: historyDays, unread: collectorState.unreadDays() },
  }
}

function describeStore({ state, since }: StoreView): Status['store'] {
  return { state, since: since === null ? null : new Date(since).toISOString() }
}
