import fc from 'fast-check'
import { dayMs } from '../../../src/domain/utc-day.ts'
import { openStore, type TestPlace } from '../../store/support/test-place.ts'
import { wildHistory } from './history.ts'
import { playHistory } from './play-history.ts'
import { ledgerOf } from './stored-ledger.ts'

/** After this many days a calendar repeats, weekdays and leap days included. */
const calendarMs = 28 * 365.25 * dayMs

/** No year has five digits then. */
const mostInOneStore = 250

/**
 * Plays random histories in as few stores as there can be, all at once, each history in years of its own. One that
 * fails is not made smaller, because that takes a thousand more: play it in memory.
 */
export async function playInStores(
  newPlace: () => Promise<TestPlace>,
  { numRuns: histories, ...how }: { numRuns: number; seed?: number },
): Promise<void> {
  const stores = Math.ceil(histories / mostInOneStore)
  const inOne = { ...how, numRuns: Math.ceil(histories / stores) }
  await Promise.all(
    Array.from({ length: stores }, async () => playInStore(await newPlace(), inOne)),
  )
}

async function playInStore({ place, remove }: TestPlace, how: { numRuns: number }): Promise<void> {
  try {
    await using opened = await openStore(place)
    const ledger = ledgerOf(opened.store)
    let played = 0
    const property = fc.asyncProperty(wildHistory, async (history) => {
      const startAt = history.startAt + played++ * calendarMs
      await playHistory({ ...history, startAt }, ledger)
    })
    await fc.assert(property, { ...how, endOnFailure: true })
  } finally {
    await remove()
  }
}
