import { setTimeout as sleep } from 'node:timers/promises'
import { connectStore, type Store } from '@podium/api/src/store/open-store.ts'
import type { StoreLocation } from '@podium/api/src/store/store-location.ts'
import { atMost, percentile95, type Figure, type Measure } from '../measure.ts'
import { bookBigPast } from '../upstream/big-past.ts'
import { historyQuestions, type Question } from '../upstream/history-questions.ts'
import { watchLoop } from '../watch-loop.ts'
import { placeNames, withPlace, type PlaceKind } from '../with-place.ts'

const lastDay = 20_778
const past = {
  ...{ teams: 200, models: 20, keysPerTeam: 3, lastDay, days: 90, minuteDays: 14 },
  // Where the windows of the last hours begin and end.
  moved: { cells: 300, days: [lastDay - 1, lastDay] },
}
const rounds = 20
const promisedMs: Record<PlaceKind, number> = { file: 100, postgres: 150 }
const patientMs = 1000

export function readHistory(kind: PlaceKind): Measure {
  return {
    id: 'p2',
    name: `P2: a question about 1.08 million day cells in ${placeNames[kind]}`,
    run: () => withPlace(kind, (place) => measure(place)),
  }
}

async function measure(place: StoreLocation): Promise<Figure[]> {
  await bookBigPast(place, past)
  const store = connectStore({ place, now: Date.now })
  try {
    const figures: Figure[] = []
    for (const question of historyQuestions((lastDay + 1) * 86_400)) {
      const { name, isPromised } = question
      const { times, blockMs } = await askOften(store, question)
      const [limit, why] = isPromised
        ? [promisedMs[place.kind], 'promised']
        : [patientMs, 'in no hurry']
      figures.push(
        atMost(`${name}, p95 of ${rounds}`, percentile95(times), 'ms', limit, why),
        await block(question, blockMs),
      )
    }
    return figures
  } finally {
    await store.close()
  }
}

async function block({ name }: Question, blockMs: number): Promise<Figure> {
  const idle = await watchLoop(() => sleep(300))
  const promise = `promised; a loop that does nothing read ${idle.toFixed(1)} ms`
  return atMost(`${name}: longest block of the event loop`, blockMs, 'ms', 50, promise)
}

async function askOften(
  store: Store,
  { name, ask }: Question,
): Promise<{ times: number[]; blockMs: number }> {
  const times: number[] = []
  if (JSON.stringify(await ask(store)).length < 500) throw new Error(`Too little: ${name}`)
  const blockMs = await watchLoop(async () => {
    for (let round = 0; round < rounds; round += 1) {
      const startedAt = performance.now()
      await ask(store)
      times.push(performance.now() - startedAt)
      await sleep(5)
    }
  })
  return { times, blockMs }
}
