/** One attempt at a source: `outcome` is `ok` or what went wrong, in a word; instants in milliseconds. */
export type PollRecord = {
  source: string
  startedAt: number
  finishedAt: number
  outcome: string
  /** Cells that it changed. */
  changed: number
}
