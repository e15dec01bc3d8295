import { bookPoll } from '@podium/api/src/collect/book-poll.ts'
import { connectStore, guardStore } from '@podium/api/src/store/open-store.ts'
import { storeLocation } from '@podium/api/src/store/store-location.ts'
import { bigActivity } from '../upstream/big-activity.ts'
import { bookBigPast, type Past } from '../upstream/big-past.ts'

type Size = Parameters<typeof bigActivity>[1]

/** A folder as the product leaves it after two polls of today. */
export async function seedStore(directory: string, size: Size): Promise<void> {
  const place = storeLocation(null, { directory, poolSize: 1 })
  const guard = await guardStore({ place, now: Date.now })
  const store = connectStore({ place, now: Date.now })
  await store.lease.acquire(600_000)
  const day = new Date().toISOString().slice(0, 10)
  for (const poll of [1, 2]) {
    const at = Date.now() - (3 - poll) * 10_000
    const answer = {
      day,
      activity: bigActivity(day, size, poll),
      own: new Map(),
      isTruncated: false,
      source: 'single-page' as const,
      startedAt: at,
      finishedAt: at,
    }
    await store.write((tx) => bookPoll(tx, answer, 10_000))
    const { teams } = answer.activity
    await store.write((tx) => tx.saveLabels({ teams, keys: [] }))
  }
  await store.lease.release()
  await store.close()
  guard.release()
}

/** A folder with a past of so many days, and nothing of today. */
export async function seedPast(directory: string, past: Past): Promise<void> {
  const place = storeLocation(null, { directory, poolSize: 1 })
  const guard = await guardStore({ place, now: Date.now })
  const store = connectStore({ place, now: Date.now })
  await store.lease.acquire(600_000)
  await store.lease.release()
  await store.close()
  await bookBigPast(place, past)
  guard.release()
}
