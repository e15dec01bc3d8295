import { slackOf } from './dollars.ts'

/** A team's own spend counter and the ledger's, at one moment. */
export type SpendMark = { meterUsd: number; ledgerUsd: number }

export type SpendWatch = {
  /** Where both began to be compared. */
  from: SpendMark
  last: SpendMark
  /** What the team's counter has gained beyond the ledger since. */
  driftUsd: number
}

/** The gateway sets a team's counter back to nothing with its budget: then the comparison begins anew. */
export function followSpend(before: SpendWatch | null, now: SpendMark): SpendWatch {
  const wasReset = before !== null && now.meterUsd < before.last.meterUsd - slackOf(now.meterUsd)
  if (before === null || wasReset) return { from: now, last: now, driftUsd: 0 }
  const { from } = before
  const driftUsd = now.meterUsd - from.meterUsd - (now.ledgerUsd - from.ledgerUsd)
  return { from, last: now, driftUsd: Math.abs(driftUsd) <= 1e-9 ? 0 : driftUsd }
}
