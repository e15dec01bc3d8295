// The collector's side of the measure: books polls in a thread, as the product does, ten seconds apart.
import { parentPort, workerData } from 'node:worker_threads'
import { bookPoll } from '@podium/api/src/collect/book-poll.ts'
import { connectStore } from '@podium/api/src/store/open-store.ts'
import type { StoreLocation } from '@podium/api/src/store/store-location.ts'
import { bigActivity } from '../upstream/big-activity.ts'

const day = '2026-11-21'
const size = { teams: 200, models: 20, keysPerTeam: 3 }
// eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- absorb-poll.ts gives it
const place = workerData as StoreLocation

const store = connectStore({ place, now: Date.now })
await store.lease.acquire(120_000)
const times: number[] = []
for (let poll = 1; poll <= 19; poll += 1) {
  const activity = bigActivity(day, size, poll)
  const at = Date.parse(`${day}T12:00:00Z`) + poll * 10_000
  const answer = {
    day,
    activity,
    own: new Map(),
    isTruncated: false,
    source: 'single-page' as const,
  }
  const startedAt = performance.now()
  await store.write((tx) => bookPoll(tx, { ...answer, startedAt: at, finishedAt: at }, 10_000))
  times.push(performance.now() - startedAt)
}
const cells = (await store.cellTotals({ from: day, to: day })).length
await store.lease.release()
await store.close()
parentPort?.postMessage({ times, cells })
