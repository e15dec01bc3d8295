import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { StoreLocation } from '@podium/api/src/store/store-location.ts'
import { atMost, median, type Figure, type Measure } from '../measure.ts'
import { watchLoop } from '../watch-loop.ts'
import { placeNames, withPlace, type PlaceKind } from '../with-place.ts'

const cellsInAll = 12_000

export function absorbPoll(kind: PlaceKind): Measure {
  return {
    id: 'p3',
    name: `P3: one poll of 12,000 changed cells, booked into ${placeNames[kind]}`,
    run: () => withPlace(kind, measure),
  }
}

async function measure(place: StoreLocation): Promise<Figure[]> {
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
  const idle = await watchLoop(() => sleep(3000))
  return [
    // The first poll makes every name; the ones after it are what a day is made of.
    atMost('time of a poll, median of 18', median(times.slice(1)), 'ms', 250, 'promised'),
    atMost('fastest of the 18', Math.min(...times.slice(1)), 'ms', 250, 'promised'),
    atMost(
      'slowest, which also writes the day’s cells',
      Math.max(...times.slice(1)),
      'ms',
      1000,
      'one in thirty; in no hurry',
    ),
    atMost(
      'longest block of the server’s event loop',
      block,
      'ms',
      50,
      `promised; a loop that does nothing read ${idle.toFixed(1)} ms`,
    ),
  ]
}

function readResult(message: unknown): { times: number[]; cells: number } {
  const isResult =
    typeof message === 'object' && message !== null && 'times' in message && 'cells' in message
  if (!isResult || !Array.isArray(message.times)) throw new TypeError('the thread said nothing')
  return { times: message.times.map(Number), cells: Number(message.cells) }
}
