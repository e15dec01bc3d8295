import { guardStore, type Guard } from '../../../src/store/open-store.ts'
import type { StoreLocation } from '../../../src/store/store-location.ts'
import { connectTestStore, type TestStore } from '../../support/connect-test-store.ts'

/** Somewhere new to keep data, gone after the test. */
export type TestPlace = { place: StoreLocation; remove: () => Promise<void> }

export type OpenedStore = {
  store: TestStore
  guard: Guard
  [Symbol.asyncDispose]: () => Promise<void>
}

/** Guarded, connected, and the one who collects until somebody else asks for it. */
export async function openStore(place: StoreLocation, now = Date.now): Promise<OpenedStore> {
  const guard = await guardStore({ place, now })
  const store = connectTestStore({ place, now })
  if (!(await store.lease.acquire(1))) throw new Error('The lease was not free')
  return {
    store,
    guard,
    [Symbol.asyncDispose]: async () => {
      await store.lease.release()
      await store.close()
      guard.release()
    },
  }
}
