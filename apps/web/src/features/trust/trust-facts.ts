import type { SourceStatus, Status } from '@podium/contracts'
import { activitySource } from '../../lib/activity-source.ts'

export type TrustFacts = {
  gateway: SourceStatus['state']
  poll_seconds: number
  /** Of today's tokens, how many have a minute, 0–100; `null` without any. */
  placedPercent: number | null
  /** What the ledger and the gateway's own counters are apart, 0–100 of what is booked; `null` is not compared yet. */
  driftPercent: number | null
  /** Every compared day adds up. */
  isBalanced: boolean
  /** Days of the past that have been read, and all that are to be. */
  history: { read: number; all: number } | null
  corrections: number
  notes: number
}

/** What the strip says, in numbers. */
export function trustFacts(status: Status): TrustFacts {
  const { poll_seconds, days, reconciliation, history, corrections, notes } = status
  const today = days[0]
  const { drift } = reconciliation
  return {
    gateway: activitySource(status)?.state ?? 'pending',
    poll_seconds,
    placedPercent:
      today === undefined || today.total.tokens === 0
        ? null
        : (100 * today.placed.tokens) / today.total.tokens,
    driftPercent:
      drift === null || drift.booked_usd === 0
        ? null
        : (100 * Math.abs(drift.drift_usd)) / drift.booked_usd,
    isBalanced: reconciliation.days.length > 0 && reconciliation.days.every((day) => day.balanced),
    history:
      history.unread === null ? null : { read: history.days - history.unread, all: history.days },
    corrections: corrections.length,
    notes: notes.length,
  }
}
