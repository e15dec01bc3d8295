import { setTimeout as sleep } from 'node:timers/promises'
import { dayText } from '@podium/api/src/store/day-number.ts'
import { connectStore, type Store } from '@podium/api/src/store/open-store.ts'
import type { StorePlace } from '@podium/api/src/store/store-place.ts'
import { atMost, percentile95, type Figure, type Measure } from '../measure.ts'
import { bookBigPast } from '../upstream/big-past.ts'
import { watchLoop } from '../watch-loop.ts'
import { placeNames, withPlace, type PlaceKind } from '../with-place.ts'

const size = { teams: 200, models: 20, keysPerTeam: 3, days: 90, minuteDays: 14 }
const lastDay = 20_778
const rounds = 20
const promisedMs: Record<PlaceKind, number> = { file: 100, postgres: 150 }

type Question = { name: string; ask: (store: Store) => Promise<readonly unknown[]> }

const range = { from: dayText(lastDay - size.days + 1), to: dayText(lastDay) }
const until = (lastDay + 1) * 86_400
const questions: Question[] = [
  { name: 'totals of 90 days', ask: (store) => store.teamTotals(range) },
  { name: 'teams × models of 90 days', ask: (store) => store.matrix(range) },
  { name: 'series of 90 days', ask: (store) => store.teamDays(range) },
  {
    name: 'hours of 7 days',
    ask: (store) => store.teamHours({ from: until - 7 * 86_400, to: until }),
  },
  {
    name: 'minutes of 24 hours by model',
    ask: (store) => store.modelBuckets({ from: until - 86_400, to: until }),
  },
]
/** What /tokens asks; promised is only that nobody else has to wait for it. */
const everyKey: Question = {
  name: 'every key of 90 days',
  ask: (store) => store.cellTokens(range),
}

export function readHistory(kind: PlaceKind): Measure {
  return {
    id: 'p2',
    name: `P2: a question about 1.08 million day cells in ${placeNames[kind]}`,
    run: () => withPlace(kind, (place) => measure(place)),
  }
}

async function measure(place: StorePlace): Promise<Figure[]> {
  await bookBigPast(place, { ...size, lastDay })
  const store = connectStore({ place, now: Date.now })
  try {
    const figures: Figure[] = []
    for (const question of questions) {
      const { times, blockMs } = await askOften(store, question)
      const rows = `${question.name}, p95 of ${rounds}`
      figures.push(atMost(rows, percentile95(times), 'ms', promisedMs[place.kind], 'promised'))
      figures.push(await block(question, blockMs))
    }
    const { times, blockMs } = await askOften(store, everyKey)
    const name = `${everyKey.name}, p95 of ${rounds}`
    figures.push(atMost(name, percentile95(times), 'ms', 1000, 'in no hurry'))
    figures.push(await block(everyKey, blockMs))
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
  if ((await ask(store)).length === 0) throw new Error(`Nothing was answered: ${name}`)
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
