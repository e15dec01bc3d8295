/** Epoch milliseconds: from one good read of the gateway to the next, where that took long. */
export type PollGap = { from: number; to: number }

/** When the gateway was read in a span: first, last, and the long gaps between. */
export type PollCoverage = { first: number; last: number; gaps: readonly PollGap[] }

/** Reads that are no further apart leave no gap: two polls, or five minutes where polls are faster. */
export function longestGapMs(pollMs: number): number {
  return Math.max(2 * pollMs, 300_000)
}
