// The collector's side of the measure: books polls in a thread, as the product does, in turns with its limit.
import { parentPort, workerData } from 'node:worker_threads'
import { bookPoll } from '@podium/api/src/collect/book-poll.ts'
import { connectStore } from '@podium/api/src/store/open-store.ts'
import type { StoreLocation } from '@podium/api/src/store/store-location.ts'
import { bareUpserts } from '../upstream/bare-upserts.ts'
import { bigActivity } from '../upstream/big-activity.ts'

const day = '2026-11-21'
const size = { teams: 200, models: 20, keysPerTeam: 3 }
const cellsInAll = size.teams * size.models * size.keysPerTeam
/** The cells’ minutes, and the hours and days of teams, of their models and of models. */
const rowsInAll = cellsInAll + 2 * size.teams * size.models + 2 * size.teams + 3 * size.models
// eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- absorb-poll.ts gives it
const place = workerData as StoreLocation

const store = connectStore({ place, now: Date.now })
await store.lease.acquire(120_000)
const bare = await bareUpserts(place)
const times: number[] = []
const bareTimes: number[] = []
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
  times.push(
    await timeOf(() =>
      store.write((tx) => bookPoll(tx, { ...answer, startedAt: at, finishedAt: at }, 10_000)),
    ),
  )
  bareTimes.push(await timeOf(() => bare.write(rowsInAll, poll)))
}
const cells = (await store.cellTotals({ from: day, to: day })).length
if (cells !== cellsInAll) throw new Error(`${cells} cells instead of ${cellsInAll}`)
await bare.close()
await store.lease.release()
await store.close()
// The first poll makes every name; the ones after it are what a day is made of.
parentPort?.postMessage({ times: times.slice(1), bareTimes: bareTimes.slice(1), rows: rowsInAll })

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}
