import { slackOf } from './dollars.ts'

/** A team's own spend counter, and between which amounts the ledger stood around that moment. */
export type SpendMark = { at: number; meterUsd: number; leastUsd: number; mostUsd: number }

export type SpendComparison = {
  /** Null until the ledger has been looked at once more after the first list. */
  from: SpendMark | null
  last: SpendMark | null
  /** The newest: its ledger may still be behind its counter. */
  open: SpendMark
  /** The ledger as it stood at the newest. */
  ledgerUsd: number
}

type SpendSeen = { at: number; meterUsd: number; ledgerUsd: number }

/**
 * One look at both. They are read at different moments, so a counter is held against what the ledger had from the look
 * before to the look after. A budget that begins anew sets the counter to nothing: then the comparison begins anew.
 */
export function compareSpend(before: SpendComparison | null, now: SpendSeen): SpendComparison {
  const { at, meterUsd, ledgerUsd } = now
  const previous = before?.ledgerUsd ?? ledgerUsd
  const leastUsd = Math.min(previous, ledgerUsd)
  const mostUsd = Math.max(previous, ledgerUsd)
  const open = { at, meterUsd, leastUsd, mostUsd }
  const wasReset = before !== null && meterUsd < before.open.meterUsd - slackOf(meterUsd)
  if (before === null || wasReset) return { from: null, last: null, open, ledgerUsd }
  const last = {
    ...before.open,
    leastUsd: Math.min(before.open.leastUsd, ledgerUsd),
    mostUsd: Math.max(before.open.mostUsd, ledgerUsd),
  }
  return { from: before.from ?? last, last, open, ledgerUsd }
}

/** What the counter has gained, and beyond the ledger, other than by their moments; null is not compared yet. */
export type SpendDrift = { since: number; until: number; meterUsd: number; driftUsd: number }

export function driftOf({ from, last }: SpendComparison): SpendDrift | null {
  if (from === null || last === null || from.at === last.at) return null
  const meterUsd = last.meterUsd - from.meterUsd
  const above = Math.max(0, meterUsd - (last.mostUsd - from.leastUsd))
  const below = Math.min(0, meterUsd - (last.leastUsd - from.mostUsd))
  const isDust = above - below <= Math.max(1e-9, slackOf(last.meterUsd))
  return { since: from.at, until: last.at, meterUsd, driftUsd: isDust ? 0 : above + below }
}
