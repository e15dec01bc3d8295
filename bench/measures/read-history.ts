import { setTimeout as sleep } from 'node:timers/promises'
import { connectStore, type Store } from '@podium/api/src/store/open-store.ts'
import type { StoreLocation } from '@podium/api/src/store/store-location.ts'
import { atMost, median, type Figure, type Measure } from '../measure.ts'
import { bookBigPast } from '../upstream/big-past.ts'
import { historyQuestions, type Question } from '../upstream/history-questions.ts'
import { openRawCells, type RawCells } from '../upstream/raw-cells.ts'
import { watchLoop } from '../watch-loop.ts'
import { placeNames, withPlace, type PlaceKind } from '../with-place.ts'

const lastDay = 20_778
const past = {
  ...{ teams: 200, models: 20, keysPerTeam: 3, lastDay, days: 90, minuteDays: 14 },
  // Where the windows of the last hours begin and end.
  moved: { cells: 300, days: [lastDay - 1, lastDay] },
}
const rounds = 9
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
  await using parts = new AsyncDisposableStack()
  const store = connectStore({ place, now: Date.now })
  parts.defer(() => store.close())
  const raw = await openRawCells(place)
  parts.defer(() => raw.close())
  const figures: Figure[] = []
  for (const question of historyQuestions((lastDay + 1) * 86_400)) {
    const { times, plainTimes, blockMs } = await askInTurns(store, raw, question)
    const took = `${question.name}, median of ${rounds}`
    figures.push(
      question.limit === null
        ? atMost(took, median(times), 'ms', patientMs, 'in no hurry')
        : beside(took, median(times), median(plainTimes), question.limit),
      await block(question, blockMs),
    )
  }
  return figures
}

function beside(name: string, ms: number, plainMs: number, limit: { share: number; of: string }) {
  const limitIs = `${limit.share} × ${plainMs.toFixed(1)} ms, a plain sum by ${limit.of} over the cells of that span`
  return atMost(name, ms, 'ms', limit.share * plainMs, limitIs)
}

async function block({ name }: Question, blockMs: number): Promise<Figure> {
  const idle = await watchLoop(() => sleep(300))
  const promise = `promised; a loop that does nothing read ${idle.toFixed(1)} ms`
  return atMost(`${name}: longest block of the event loop`, blockMs, 'ms', 50, promise)
}

async function askInTurns(store: Store, raw: RawCells, { name, ask, limit }: Question) {
  const times: number[] = []
  const plainTimes: number[] = []
  let blockMs = 0
  if (JSON.stringify(await ask(store)).length < 500) throw new Error(`Too little: ${name}`)
  for (let round = 0; round < rounds; round += 1) {
    blockMs = Math.max(
      blockMs,
      await watchLoop(async () => times.push(await timeOf(() => ask(store)))),
    )
    if (limit !== null) plainTimes.push(await timeOf(() => raw.sum(limit.sql)))
  }
  return { times, plainTimes, blockMs }
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}
