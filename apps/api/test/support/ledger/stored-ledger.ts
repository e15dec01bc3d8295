import type { TestStore } from '../connect-test-store.ts'
import type { LedgerStore } from './ledger-store.ts'

/** A real store as one that histories are played in. */
export function ledgerOf(store: TestStore): LedgerStore {
  return {
    write: store.write,
    dayState: (day) => store.write((tx) => tx.dayState(day)),
    deltas: store.deltas,
    close: store.close,
  }
}
