/** Everything that is polled, in the order in which `/status` names it. */
export const sourceNames = ['activity', 'teams', 'prices'] as const
export type SourceName = (typeof sourceNames)[number]

/** Something that is polled again and again, whatever else fails. */
export type Source = {
  name: SourceName
  /** Asked after each poll. */
  everyMs: () => number
  /** Rejects where the source failed. */
  poll: (signal: AbortSignal) => Promise<void>
}
