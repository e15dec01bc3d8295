import type { SourceStatus, Status } from '@podium/contracts'
import { activitySource } from '../../lib/activity-source.ts'

export type TrustFacts = {
  gateway: SourceStatus['state']
  poll_seconds: number
  /** Of today's tokens, how many have a minute, 0–100; `null` without any. */
  placedPercent: number | null
  /** What the teams drift, 0–100 of what the gateway charged; `null` is nothing. */
  driftPercent: number | null
  /** It is proven that every figure is the gateway's. */
  isReconciled: boolean
  /** Days of the past that have been read, and all that are to be. */
  history: { read: number; all: number } | null
  /** Of today's tokens, how many no team is ranked for. */
  leftOutTokens: number
  corrections: number
  notes: number
}

/** What the strip says, in numbers. */
export function trustFacts(status: Status): TrustFacts {
  const { poll_seconds, days, reconciliation, history, corrections, notes } = status
  const today = days[0]
  const { drift } = reconciliation
  const gateway = activitySource(status)?.state ?? 'pending'
  return {
    gateway,
    poll_seconds,
    placedPercent:
      today === undefined || today.total.tokens === 0
        ? null
        : (100 * today.placed.tokens) / today.total.tokens,
    driftPercent:
      drift === null || drift.drifting === 0
        ? null
        : (100 * Math.abs(drift.drift_usd)) / Math.max(drift.meter_usd, drift.booked_usd),
    // Nobody knows of a gateway that cannot be read.
    isReconciled: gateway === 'ok' && reconciliation.reconciled,
    history:
      history.unread === null ? null : { read: history.days - history.unread, all: history.days },
    leftOutTokens:
      today === undefined ? 0 : today.left_out.unassigned.tokens + today.left_out.dashboard.tokens,
    corrections: corrections.length,
    notes: notes.length,
  }
}
