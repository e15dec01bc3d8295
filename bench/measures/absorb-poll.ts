import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { guardStore } from '@podium/api/src/store/open-store.ts'
import { atMost, median, type Figure, type Measure } from '../measure.ts'
import { watchLoop } from '../watch-loop.ts'

const cellsInAll = 12_000

export const absorbPoll: Measure = {
  name: 'P3: one poll of 12,000 changed cells, booked into SQLite',
  run: async () => {
    const directory = mkdtempSync(join(tmpdir(), 'podium-bench-'))
    const place = { kind: 'file' as const, path: join(directory, 'podium.db') }
    const guard = await guardStore({ place, now: Date.now })
    try {
      return await measure(place)
    } finally {
      guard.release()
      rmSync(directory, { recursive: true })
    }
  },
}

async function measure(place: { kind: 'file'; path: string }): Promise<Figure[]> {
  let message: unknown
  const block = await watchLoop(async () => {
    const thread = new Worker(new URL('./absorb-poll-thread.ts', import.meta.url), {
      workerData: place,
    })
    message = (await once(thread, 'message')).at(0)
    await once(thread, 'exit')
  })
  const { times, cells } = readResult(message)
  if (cells !== cellsInAll) throw new Error(`${cells} cells instead of ${cellsInAll}`)
  return [
    // The first poll makes every name; the ones after it are what a day is made of.
    atMost('time of a poll, median of 8', median(times.slice(1)), 'ms', 250, 'promised'),
    atMost('slowest of the 8', Math.max(...times.slice(1)), 'ms', 250, 'promised'),
    atMost('longest block of the server’s event loop', block, 'ms', 50, 'promised'),
  ]
}

function readResult(message: unknown): { times: number[]; cells: number } {
  const isResult =
    typeof message === 'object' && message !== null && 'times' in message && 'cells' in message
  if (!isResult || !Array.isArray(message.times)) throw new TypeError('the thread said nothing')
  return { times: message.times.map(Number), cells: Number(message.cells) }
}
