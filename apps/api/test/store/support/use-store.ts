import { afterEach, beforeEach } from 'vitest'
import type { TestStore } from '../../support/connect-test-store.ts'
import type { StoreLocation } from '../../../src/store/store-location.ts'
import { openStore, type OpenedStore, type TestPlace } from './test-place.ts'

type UsedStore = {
  readonly place: StoreLocation
  readonly store: TestStore
  close: () => Promise<void>
  /** The same place once more, as after a restart. */
  open: () => Promise<void>
}

/** A store of its own, in a new place, for each test of the suite that says so. */
export function useStore(newPlace: () => Promise<TestPlace>): UsedStore {
  let made: TestPlace
  let opened: OpenedStore
  const open = async () => {
    opened = await openStore(made.place)
  }
  beforeEach(async () => {
    made = await newPlace()
    await open()
  })
  afterEach(async () => {
    await opened[Symbol.asyncDispose]()
    await made.remove()
  })
  return {
    get place() {
      return made.place
    },
    get store() {
      return opened.store
    },
    close: () => opened[Symbol.asyncDispose](),
    open,
  }
}
