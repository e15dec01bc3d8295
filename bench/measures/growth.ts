import { setTimeout as sleep } from 'node:timers/promises'
import { bookPoll } from '@podium/api/src/collect/book-poll.ts'
import { dayText } from '@podium/api/src/store/day-number.ts'
import { connectStore, type Store } from '@podium/api/src/store/open-store.ts'
import { startHammer } from '../load/start-hammer.ts'
import { atMost, median, type Figure, type Measure, type Point } from '../measure.ts'
import { startProduct } from '../servers/start-product.ts'
import { bigActivity } from '../upstream/big-activity.ts'
import { bookBigPast } from '../upstream/big-past.ts'
import { withPlace } from '../with-place.ts'
import { answersOfCore } from './hot-answers.ts'

const steps = [10, 100, 1000, 10_000]
/** Ten times the teams may take ten times the time, and what a machine reads more or less. */
const mostOfLinear = 1.3

/** How P1 to P3 grow from ten teams to ten thousand. */
export const growth: Measure[] = [
  {
    id: 'p10-hot',
    name: 'P10: a hot answer, and how it grows with the teams',
    run: () => grow(hotAnswer),
  },
  {
    id: 'p10-cold',
    name: 'P10: a question about 30 days, and how it grows with the teams',
    run: () => grow(coldQuestions),
  },
  {
    id: 'p10-poll',
    name: 'P10: a poll in which every cell has moved, and how it grows with the teams',
    run: () => grow(poll),
  },
]

type Times = Record<string, number>

/** Milliseconds of each thing at each step, and whether any of them grows faster than the teams do. */
async function grow(timesOf: (teams: number) => Promise<Times>): Promise<Figure[]> {
  const curves = new Map<string, Point[]>()
  for (const teams of steps)
    for (const [name, ms] of Object.entries(await timesOf(teams)))
      curves.set(name, [...(curves.get(name) ?? []), { x: teams, y: ms }])
  return [...curves].map(([name, points]) => {
    const read = points.map(({ x, y }) => `${y.toPrecision(3)} ms of ${x}`).join(', ')
    const worst = Math.max(...points.slice(1).map((point, index) => ofLinear(points[index], point)))
    const limitIs = 'linear is 1; the worst of the steps'
    return { ...atMost(`${name}: ${read}`, worst, '× linear', mostOfLinear, limitIs), points }
  })
}

function ofLinear(from: Point | undefined, to: Point): number {
  if (from === undefined) throw new RangeError('no step before this one')
  return to.y / from.y / (to.x / from.x)
}

/** The server's own time for one of them, compressed. */
async function hotAnswer(teams: number): Promise<Times> {
  await using parts = new AsyncDisposableStack()
  const product = await startProduct({ teams, models: 3, keysPerTeam: 2 })
  parts.defer(() => product.stop())
  const hammer = await startHammer(parts)
  const times: Times = {}
  for (const path of ['/tokens', '/api/v1/board']) {
    const asked = { path, headers: { 'accept-encoding': 'br' } }
    await answersOfCore({ ...product, hammer }, asked, 2)
    times[path] = 1000 / (await answersOfCore({ ...product, hammer }, asked, 3))
  }
  return times
}

const cellsOfTeam = { models: 5, keysPerTeam: 1 }
const lastDay = 20_778
const range = { from: dayText(lastDay - 29), to: dayText(lastDay) }
const questions: Record<string, (store: Store) => Promise<readonly unknown[]>> = {
  'totals of 30 days': (store) => store.teamTotals(range),
  'teams × models of 30 days': (store) => store.matrix(range),
  'series of 30 days': (store) => store.teamDays(range),
}

/** Straight into the tables: as a gateway's own answers, a day of 10,000 teams would be 565 MB. */
function coldQuestions(teams: number): Promise<Times> {
  return withPlace('file', async (place) => {
    const past = {
      teams,
      ...cellsOfTeam,
      lastDay,
      days: 30,
      minuteDays: 1,
      movedCells: 0,
      movedDays: [],
    }
    await bookBigPast(place, past)
    const store = connectStore({ place, now: Date.now })
    const times: Times = {}
    for (const [name, ask] of Object.entries(questions))
      times[name] = await medianOf(() => ask(store))
    await store.close()
    return times
  })
}

async function medianOf(ask: () => Promise<readonly unknown[]>): Promise<number> {
  if ((await ask()).length === 0) throw new Error('Nothing was answered.')
  const times: number[] = []
  for (let round = 0; round < 7; round += 1) {
    const startedAt = performance.now()
    await ask()
    times.push(performance.now() - startedAt)
    await sleep(5)
  }
  return median(times)
}

const day = '2026-11-21'

function poll(teams: number): Promise<Times> {
  return withPlace('file', async (place) => {
    const store = connectStore({ place, now: Date.now })
    await store.lease.acquire(120_000)
    const times: number[] = []
    for (let round = 1; round <= 6; round += 1) {
      const activity = bigActivity(day, { teams, ...cellsOfTeam }, round)
      const at = Date.parse(`${day}T12:00:00Z`) + round * 10_000
      const read = {
        day,
        activity,
        own: new Map(),
        isTruncated: false,
        startedAt: at,
        finishedAt: at,
      }
      const startedAt = performance.now()
      await store.write((tx) => bookPoll(tx, { ...read, source: 'single-page' }, 10_000))
      times.push(performance.now() - startedAt)
    }
    await store.lease.release()
    await store.close()
    // The first poll makes every name; the ones after it are what a day is made of.
    return { 'a poll': median(times.slice(1)) }
  })
}
