import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { StoreLocation } from '@podium/api/src/store/store-location.ts'
import { atMost, median, type Figure, type Measure } from '../measure.ts'
import { watchLoop } from '../watch-loop.ts'
import { placeNames, withPlace, type PlaceKind } from '../with-place.ts'

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
    const ended = once(thread, 'exit')
    message = (await once(thread, 'message')).at(0)
    await ended
  })
  const { times, bareTimes, rows } = readResult(message)
  const bare = median(bareTimes)
  const limitIs = `4 × ${bare.toFixed(1)} ms, a bare transaction that upserts as many rows (${rows}) through the same driver`
  const idle = await watchLoop(() => sleep(3000))
  return [
    atMost('time of a poll, median of 18', median(times), 'ms', 4 * bare, limitIs),
    atMost(
      'longest block of the server’s event loop',
      block,
      'ms',
      50,
      `promised; a loop that does nothing read ${idle.toFixed(1)} ms`,
    ),
  ]
}

type Result = { times: number[]; bareTimes: number[]; rows: number }

function readResult(message: unknown): Result {
  const isResult =
    typeof message === 'object' && message !== null && 'times' in message && 'bareTimes' in message
  if (!isResult || !('rows' in message)) throw new TypeError('the thread said nothing')
  const { times, bareTimes, rows } = message
  if (!Array.isArray(times) || !Array.isArray(bareTimes)) throw new TypeError('no times')
  return { times: times.map(Number), bareTimes: bareTimes.map(Number), rows: Number(rows) }
}
