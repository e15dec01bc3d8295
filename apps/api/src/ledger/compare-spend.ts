import { slackOf } from './dollars.ts'

/** Between which amounts the ledger stood for a while. */
type LedgerRange = { leastUsd: number; mostUsd: number }

/** A team's own spend counter, and where the ledger stood around that moment. */
export type SpendMark = LedgerRange & { at: number; meterUsd: number }

export type SpendComparison = {
  /** Null until a first mark has settled. */
  from: SpendMark | null
  /** The newest that has settled. */
  last: SpendMark | null
  /** The newest: the gateway may still have to write down by day what its counter says. */
  open: SpendMark
  /** Since the open mark. */
  ledger: LedgerRange
  /** The counter when it was last seen. */
  meterUsd: number
}

/** One look at both. */
type SpendLook = { at: number; meterUsd: number; ledgerUsd: number }

/** When every day that may still grow had been read. */
type ReadLook = SpendLook & { ledgerReadAt: number }

/** A team that was created after `since` began with nothing, at the gateway and here. */
export function beginComparison(look: SpendLook, since: number | null): SpendComparison {
  const { at, meterUsd, ledgerUsd } = look
  const ledger = { leastUsd: ledgerUsd, mostUsd: ledgerUsd }
  const open = { at, meterUsd, ...ledger }
  if (since === null) return { from: null, last: null, open, ledger, meterUsd }
  const from = { at: since, meterUsd: 0, leastUsd: 0, mostUsd: 0 }
  return { from, last: null, open: { ...open, leastUsd: 0 }, ledger, meterUsd }
}

/**
 * The gateway charges a team and writes the same down by day at different moments, at most `settleMs` apart. So a
 * counter is held against what the ledger had from one `settleMs` before it to one after. A budget that begins anew
 * sets the counter to nothing: then the comparison begins anew.
 */
export function compareSpend(
  before: SpendComparison,
  look: ReadLook,
  settleMs: number,
): SpendComparison {
  const { at, meterUsd, ledgerUsd, ledgerReadAt } = look
  const wasReset = meterUsd < before.meterUsd - slackOf(meterUsd)
  if (wasReset) return beginComparison(look, null)
  const ledger = widen(before.ledger, ledgerUsd, ledgerUsd)
  if (ledgerReadAt < before.open.at + settleMs) return { ...before, ledger, meterUsd }
  const last = { ...before.open, ...widen(ledger, before.open.leastUsd, before.open.mostUsd) }
  return {
    from: before.from ?? last,
    last,
    open: { at, meterUsd, ...ledger },
    ledger: { leastUsd: ledgerUsd, mostUsd: ledgerUsd },
    meterUsd,
  }
}

function widen({ leastUsd, mostUsd }: LedgerRange, least: number, most: number): LedgerRange {
  return { leastUsd: Math.min(leastUsd, least), mostUsd: Math.max(mostUsd, most) }
}

/** The same, when the ledger no longer counts days on which `usd` were booked. */
export function forgetBooked(comparison: SpendComparison, usd: number): SpendComparison {
  const less = <Range extends LedgerRange>(range: Range): Range => ({
    ...range,
    leastUsd: range.leastUsd - usd,
    mostUsd: range.mostUsd - usd,
  })
  const { from, last, open, ledger, meterUsd } = comparison
  return {
    from: from === null ? null : less(from),
    last: last === null ? null : less(last),
    open: less(open),
    ledger: less(ledger),
    meterUsd,
  }
}

/** What the counter has gained, and beyond the ledger, other than by their moments; null is not compared yet. */
export type SpendDrift = { since: number; until: number; meterUsd: number; driftUsd: number }

/** Less is not told from what rounding leaves. */
const dustUsd = 1e-6

export function driftOf({ from, last }: SpendComparison): SpendDrift | null {
  if (from === null || last === null || from.at === last.at) return null
  const meterUsd = last.meterUsd - from.meterUsd
  const above = Math.max(0, meterUsd - (last.mostUsd - from.leastUsd))
  const below = Math.min(0, meterUsd - (last.leastUsd - from.mostUsd))
  const isDust = above - below <= Math.max(dustUsd, slackOf(last.meterUsd))
  return { since: from.at, until: last.at, meterUsd, driftUsd: isDust ? 0 : above + below }
}
