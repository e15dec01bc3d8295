import { Status, type SourceStatus } from '@podium/contracts'
import { z } from 'zod'
import { describeCorrection, describeDays, describeNotes } from '../../analytics/trust.ts'
import { describeReconciliation } from '../../analytics/reconciliation.ts'
import type { PublicIds } from '../../analytics/public-ids.ts'
import type { DayReport } from '../../ledger/day-report.ts'
import type { DataNote } from '../../ledger/data-note.ts'
import { driftOf } from '../../ledger/compare-spend.ts'
import { addDays, utcDate } from '../../domain/utc-day.ts'
import type { Store } from '../../store/open-store.ts'
import { json } from '../json.ts'
import { rawRoute, type Route } from './route.ts'

type Deps = {
  store: StatusStore
  collectorState: {
    sources: () => SourceStatus[]
    days: () => readonly DayReport[]
    priceNotes: () => readonly DataNote[]
    unreadDays: () => number | null
  }
  publicIds: PublicIds
  about: { demo: boolean; version: string; pollSeconds: number; historyDays: number }
  now: () => number
}
export type StatusStore = Pick<
  Store,
  'dataVersion' | 'coverage' | 'placement' | 'corrections' | 'spendComparisons'
>

const shownDays = 7

/** How far the numbers can be trusted. Never kept: it is about this moment. */
export function statusRoute({ store, collectorState, publicIds, about, now }: Deps): Route {
  return rawRoute({
    method: 'GET',
    path: '/api/v1/status',
    access: 'viewer',
    tag: 'trust',
    summary: 'Sources, coverage, reconciliation, corrections and notes on data quality',
    query: z.strictObject({}),
    answers: { 200: { description: 'As of now.', type: 'application/json', schema: Status } },
    handle: async (c) => {
      const { historyDays, pollSeconds, ...named } = about
      const today = utcDate(now())
      const range = { from: addDays(today, 1 - shownDays), to: today }
      const [dataVersion, coverage, placement, corrections, comparisons] = await Promise.all([
        store.dataVersion(),
        store.coverage(range),
        store.placement(range),
        store.corrections(range),
        store.spendComparisons(),
      ])
      const reports = collectorState.days().filter(({ day }) => day >= range.from)
      const balances = reports.flatMap(({ balance }) => (balance === null ? [] : [balance]))
      const drifts = comparisons.flatMap(({ teamId, comparison }) => {
        const drift = driftOf(comparison)
        return drift === null ? [] : [{ teamId, ...drift }]
      })
      const answer: Status = {
        ...named,
        now: new Date(now()).toISOString(),
        data_version: dataVersion,
        poll_seconds: pollSeconds,
        sources: collectorState.sources(),
        history: { days: historyDays, unread: collectorState.unreadDays() },
        days: describeDays(coverage, placement, collectorState.days()),
        reconciliation: describeReconciliation(balances, drifts, publicIds),
        corrections: corrections.map((correction) => describeCorrection(correction, publicIds)),
        notes: describeNotes(collectorState.days(), collectorState.priceNotes()),
      }
      return json(c, answer)
    },
  })
}
