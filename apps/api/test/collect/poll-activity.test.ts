import {
  createGatewaySimulator,
  profileNames,
  type ProfileName,
  type TruthSum,
} from '@podium/gateway-simulator'
import { createLiteLLMClient, LiteLLMError, type LiteLLMErrorKind } from '@podium/litellm-client'
import { expect, inject, onTestFinished, test } from 'vitest'
import { createActivityPoll } from '../../src/collect/poll-activity.ts'
import type { DayReport } from '../../src/ledger/day-report.ts'
import type { Store } from '../../src/store/open-store.ts'
import { openTestStore } from '../support/open-test-store.ts'

const minuteMs = 60_000
const midnight = Date.parse('2026-11-20T00:00:00Z')

/** A simulated gateway on a virtual clock, and the poll that watches it into a real store. */
async function watch(profile: ProfileName, seed: number, historyDays = 0) {
  let at = midnight
  const now = () => at
  const simulator = createGatewaySimulator({
    profile,
    seed,
    teams: 4,
    startsAt: midnight - 60 * minuteMs,
    now,
    flushSeconds: 10,
    load: 0.3,
  })
  const server = await simulator.listen()
  onTestFinished(() => server.close())
  const reading = createLiteLLMClient({ baseUrl: server.url, apiKey: simulator.keys.master })
  const failing = new Map<string, LiteLLMErrorKind>()
  const asked: string[] = []
  const client: typeof reading = {
    ...reading,
    dailyActivity: (query) => {
      asked.push(query.from)
      const failure = failing.get(query.from)
      if (failure === undefined) return reading.dailyActivity(query)
      return Promise.reject(new LiteLLMError(failure))
    },
  }
  const store = await openTestStore()
  const poll = await createActivityPoll({ client, store, now, pollMs: minuteMs, historyDays })
  const { signal } = new AbortController()
  return {
    simulator,
    store,
    failing,
    asked,
    /** What it says of days besides today. */
    pollAt: async (instant: number) => {
      at = instant
      const reports: DayReport[] = []
      const untold: string[] = []
      await poll(
        signal,
        (report) => void reports.push(report),
        (day) => untold.push(day),
      )
      return { reports: reports.slice(1), untold }
    },
  }
}

const perTeam = (sums: readonly TruthSum[], day: string) => {
  const teams = Map.groupBy(
    sums.filter(({ date }) => date === day),
    ({ teamId }) => (teamId === '' ? null : teamId),
  )
  return sorted(
    [...teams].map(([teamId, ofTeam]) => ({
      teamId,
      tokens: ofTeam.reduce((sum, each) => sum + each.promptTokens + each.completionTokens, 0),
      requests: ofTeam.reduce((sum, each) => sum + each.successes + each.failures, 0),
    })),
  )
}

async function booked(store: Store, day: string) {
  const totals = await store.teamTotals({ from: day, to: day })
  return sorted(
    totals.map(({ teamId, counters }) => ({
      teamId,
      tokens: counters.promptTokens + counters.completionTokens,
      requests: counters.requests,
    })),
  )
}

type Row = { teamId: string | null; tokens: number; requests: number }
const sorted = (rows: Row[]) =>
  rows.toSorted((a, b) => (String(a.teamId) < String(b.teamId) ? -1 : 1))

const day = '2026-11-20'

const releases = profileNames.filter((_, index) => inject('isDeep') || index % 3 === 0)

test.each(releases)(
  'release %s, watched from midnight on, is booked to the token and placed',
  async (profile) => {
    const { simulator, store, pollAt } = await watch(profile, 5)
    const end = midnight + 150 * minuteMs
    for (let at = midnight + 5000; at <= end; at += minuteMs) await pollAt(at)
    expect(await booked(store, day)).toEqual(perTeam(simulator.truth.readable(), day))
    const parts = await store.placement({ from: day, to: day })
    expect(parts.map(({ reason }) => reason)).toEqual([null])
  },
)

test('the day stays exact across midnight, and what comes late is named', async () => {
  const { simulator, store, pollAt } = await watch('1.109', 6)
  const evening = midnight + 23.5 * 60 * minuteMs
  for (let at = evening; at <= evening + 60 * minuteMs; at += minuteMs) await pollAt(at)
  expect(await booked(store, day)).toEqual(perTeam(simulator.truth.readable(), day))
  expect(await booked(store, '2026-11-21')).toEqual(
    perTeam(simulator.truth.readable(), '2026-11-21'),
  )
  const parts = await store.placement({ from: day, to: day })
  expect(parts.map(({ reason }) => reason)).toEqual([null, 'baseline'])
})

test('a gap is named, and nothing of it is lost', async () => {
  const { simulator, store, pollAt } = await watch('1.81', 7)
  for (const minutes of [1, 2, 3, 130, 131]) await pollAt(midnight + minutes * minuteMs)
  expect(await booked(store, day)).toEqual(perTeam(simulator.truth.readable(), day))
  const parts = await store.placement({ from: day, to: day })
  expect(parts.map(({ reason }) => reason)).toContain('gap')
})

test('an answer that makes no sense leaves everything as it was', async () => {
  const { simulator, store, pollAt } = await watch('1.99', 8)
  await pollAt(midnight + 90 * minuteMs)
  const before = await booked(store, day)
  expect(before.length).toBeGreaterThan(0)
  const fault = simulator.faults.inject('array-for-object', { route: '/team/daily/activity*' })
  await expect(pollAt(midnight + 91 * minuteMs)).rejects.toMatchObject({ name: 'LiteLLMError' })
  expect(await booked(store, day)).toEqual(before)
  expect(fault.hits()).toBeGreaterThan(0)
  fault.clear()
  await pollAt(midnight + 92 * minuteMs)
  expect(await booked(store, day)).toEqual(perTeam(simulator.truth.readable(), day))
})

test('a clock that is set back by hours stops no booking', async () => {
  const { simulator, store, pollAt } = await watch('1.109', 9)
  const noon = midnight + 12 * 60 * minuteMs
  for (let minute = 0; minute < 5; minute += 1) await pollAt(noon + minute * minuteMs)
  simulator.advance(noon + 60 * minuteMs)
  await pollAt(noon - 5 * 60 * minuteMs)
  await pollAt(noon - 5 * 60 * minuteMs + 5000)
  expect(await booked(store, day)).toEqual(perTeam(simulator.truth.readable(), day))
  const [read] = await store.coverage({ from: day, to: day })
  expect(read?.startedAt).toBeGreaterThan(noon + 4 * minuteMs)
  await pollAt(noon + 61 * minuteMs)
  expect(await booked(store, day)).toEqual(perTeam(simulator.truth.readable(), day))
})

test('a day of the past that the gateway fails to tell is named, and neither today nor other days wait for it', async () => {
  const { store, failing, asked, pollAt } = await watch('1.109', 10, 3)
  const noon = midnight + 12 * 60 * minuteMs
  failing.set('2026-11-18', 'upstream')
  const polls = []
  for (const minute of [0, 1, 2, 3, 4]) polls.push(await pollAt(noon + minute * minuteMs))
  expect(polls.map(({ untold }) => untold)).toEqual([
    ...[[], [], ['2026-11-18'], [], ['2026-11-18']],
  ])
  expect(polls[2]?.reports).toMatchObject([
    { day: '2026-11-18', gateway: null, notes: [{ kind: 'day_untold', count: 2 }], unread: 2 },
  ])
  const readDays = async () =>
    (await store.coverage({ from: '2026-11-17', to: day })).map((read) => read.day)
  expect(await readDays()).toEqual(['2026-11-17', '2026-11-19', day])
  const askedBefore = asked.length
  await pollAt(noon + 6 * minuteMs)
  failing.clear()
  await pollAt(noon + 20 * minuteMs)
  expect(asked.slice(askedBefore).filter((each) => each === '2026-11-18')).toHaveLength(1)
  expect(await readDays()).toEqual(['2026-11-17', '2026-11-18', '2026-11-19', day])
})

test('a gateway that fails to tell today, or that is gone before it tells another day, is not well', async () => {
  const { failing, pollAt } = await watch('1.109', 11, 3)
  failing.set(day, 'upstream')
  await expect(pollAt(midnight + 90 * minuteMs)).rejects.toMatchObject({ kind: 'upstream' })
  failing.clear()
  failing.set('2026-11-19', 'conn_refused')
  await expect(pollAt(midnight + 91 * minuteMs)).rejects.toMatchObject({ kind: 'conn_refused' })
})
