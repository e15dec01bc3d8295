import fc from 'fast-check'
import { afterEach, expect, test, vi } from 'vitest'
import { addDeltas } from '../../src/ledger/add-deltas.ts'
import { allKeys, calmHistory, someKeys, wildHistory } from '../support/ledger/history.ts'
import { judgePlaces } from '../support/ledger/judge-places.ts'
import { createMemoryLedger } from '../support/ledger/memory-ledger.ts'
import { playHistory } from '../support/ledger/play-history.ts'
import { runs } from '../support/runs.ts'

const many = runs(200, 2000)

test('whatever happens, placed and not placed are the day, per team, model and key', async () => {
  const seen = new Map<string, number>()
  const count = (what: string, more: number) => seen.set(what, (seen.get(what) ?? 0) + more)
  await fc.assert(
    fc.asyncProperty(wildHistory, async (history) => {
      const store = createMemoryLedger()
      const { days, moves, corrections } = await playHistory(history, store)
      count('histories', 1)
      count('moves', moves)
      count('corrections', corrections)
      for (const day of days)
        for (const { reason, width } of await store.deltas(day))
          count(reason ?? `placed within ${width}`, 1)
    }),
    many,
  )
  expect(seen.get('histories')).toBe(many.numRuns)
  // Everything that can happen did, so what was proven is not about nothing.
  for (const what of ['moves', 'corrections', 'baseline', 'gap', 'late', 'correction'])
    expect(seen.get(what), what).toBeGreaterThan(many.numRuns / 20)
  for (const width of [1, 15, 60])
    expect(seen.get(`placed within ${width}`), `${width} minutes`).toBeGreaterThan(
      many.numRuns / 20,
    )
})

test('watched without a gap, every increase sits in the minute of the read that first shows it', async () => {
  let minutes = 0
  await fc.assert(
    fc.asyncProperty(calmHistory(allKeys), async (history) => {
      const store = createMemoryLedger()
      const played = await playHistory(history, store)
      await judgePlaces(store, played, 'cell')
      for (const day of played.days) minutes += addDeltas(await store.deltas(day)).length
    }),
    runs(100, 1000),
  )
  expect(minutes).toBeGreaterThan(500)
})

test('lists of keys that are cut move nothing from one minute of a team to another', async () => {
  await fc.assert(
    fc.asyncProperty(calmHistory(someKeys), async (history) => {
      const store = createMemoryLedger()
      await judgePlaces(store, await playHistory(history, store), 'team')
    }),
    runs(100, 500),
  )
})

afterEach(() => {
  vi.unstubAllEnvs()
})

test.each(['Europe/Berlin', 'Australia/Lord_Howe', 'America/Los_Angeles'])(
  'the invariant holds on a machine in %s, summer time or not',
  async (zone) => {
    vi.stubEnv('TZ', zone)
    expect(new Date(2026, 5, 1).getTimezoneOffset()).not.toBe(0)
    await fc.assert(
      fc.asyncProperty(calmHistory(allKeys), wildHistory, async (calm, wild) => {
        const store = createMemoryLedger()
        await judgePlaces(store, await playHistory(calm, store), 'cell')
        await playHistory(wild, createMemoryLedger())
      }),
      runs(10, 50),
    )
  },
)
