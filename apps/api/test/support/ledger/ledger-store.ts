import type { LedgerTx } from '../../../src/collect/book-poll.ts'
import type { DayState } from '../../../src/ledger/day-state.ts'
import type { Delta } from '../../../src/ledger/delta.ts'

/** What a history needs of a store, so that every store can be put through the same. */
export type LedgerStore = {
  write: <Result>(work: (tx: LedgerTx) => Promise<Result>) => Promise<Result>
  dayState: (day: string) => Promise<DayState>
  /** Every row of the day, of all cells. */
  deltas: (day: string) => Promise<readonly Delta[]>
  close: () => Promise<void>
}
