import type { Store } from '../../../src/store/open-store.ts'
import type { LedgerStore } from './ledger-store.ts'

/** A real store as one that histories are played in. */
export function ledgerOf(store: Store): LedgerStore {
  return {
    write: store.write,
    dayState: (day) => store.write((tx) => tx.dayState(day)),
    deltas: store.deltas,
    close: store.close,
  }
}
