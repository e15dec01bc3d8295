import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Store } from '../../src/store/open-store.ts'
import { booked, count, day, increase, midnight, placed, read } from './support/bookings.ts'
import { expectConsistent } from './support/expect-consistent.ts'
import { bookAtRandom } from './support/random-bookings.ts'
import { openStore, type OpenedStore, type TestPlace } from './support/test-place.ts'

const range = { from: day, to: day }
const next = '2026-11-21'
const daySpan = { from: midnight / 1000, to: midnight / 1000 + 86_400 }
const cell = { teamId: 'team-1', model: 'gpt', key: 'hash-1' }

/** How long things are kept, on every engine. */
export function describeKeeping(engine: string, newPlace: () => Promise<TestPlace>): void {
  describe(`keeping on ${engine}`, () => suite(newPlace))
}

function suite(newPlace: () => Promise<TestPlace>): void {
  let opened: OpenedStore
  let store: Store
  let remove: () => Promise<void>
  beforeEach(async () => {
    const made = await newPlace()
    remove = made.remove
    opened = await openStore(made.place)
    store = opened.store
  })
  afterEach(async () => {
    await opened[Symbol.asyncDispose]()
    await remove()
  })

  describe('minutes', () => {
    it('fold into quarters of an hour without moving any sum', async () => {
      await bookAtRandom(store, 11)
      const before = {
        cells: await store.cellTotals(range),
        placement: await store.placement(range),
        hours: await store.dayHours(range),
        sparks: await store.teamSparks(daySpan, 'hour', null),
      }
      expect(await store.write((tx) => tx.foldOldestMinutes(day))).toBeNull()
      expect((await store.deltas(day)).some((delta) => delta.width === 1)).toBe(true)

      expect(await store.write((tx) => tx.foldOldestMinutes(next))).toBe(day)
      expect(await store.write((tx) => tx.foldOldestMinutes(next))).toBeNull()
      expect((await store.deltas(day)).some((delta) => delta.width === 1)).toBe(false)
      expect({
        cells: await store.cellTotals(range),
        placement: await store.placement(range),
        hours: await store.dayHours(range),
        sparks: await store.teamSparks(daySpan, 'hour', null),
      }).toEqual(before)
      await expectConsistent(store, day)
    })

    it('that are nothing together leave no quarter', async () => {
      const there = { ...cell, counters: count(5), fall: null }
      const deltas = [placed(cell, 61, count(5)), placed(cell, 62, count(-5))]
      const rest = [...deltas, placed(cell, 90, count(5))]
      await store.write((tx) =>
        tx.saveBooking(day, booked({ cells: [there], deltas: rest }), [], read(91)),
      )
      await store.write((tx) => tx.foldOldestMinutes(next))
      expect(await store.deltas(day)).toEqual([{ ...placed(cell, 90, count(5)), width: 15 }])
      await expectConsistent(store, day)
    })

    it('that come to a folded day go into its quarters', async () => {
      await store.write((tx) => increase(tx, 61, [{ cell, counters: count(1) }]))
      await store.write((tx) => tx.foldOldestMinutes(next))
      await store.write((tx) => increase(tx, 74, [{ cell, counters: count(2) }]))
      expect(await store.deltas(day)).toEqual([{ ...placed(cell, 60, count(3)), width: 15 }])
      await expectConsistent(store, day)
    })
  })

  it('knows its step and size, and the last poll of each source', async () => {
    expect(await store.isMigrated()).toBe(true)
    expect(await store.bytes()).toBeGreaterThan(10_000)
    const poll = (startedAt: number) => ({
      source: 'activity',
      startedAt,
      finishedAt: startedAt + 40,
      outcome: 'ok',
      changed: 3,
    })
    await store.write((tx) => tx.recordPoll(poll(1000)))
    await store.write((tx) => tx.recordPoll(poll(2000)))
    await store.write((tx) => tx.recordPoll({ ...poll(3000), source: 'teams' }))
    expect(await store.lastPoll('activity')).toEqual(poll(2000))
    expect(await store.lastPoll('prices')).toBeNull()
  })

  describe('a purge', () => {
    it('deletes what it said it would, and it stays away', async () => {
      const morning = Date.parse(`${next}T00:00:00Z`)
      const later = { startedAt: morning, finishedAt: morning + 1, source: 'aggregated' as const }
      const kept = { ...cell, counters: count(4), fall: null }
      const delta = { ...placed(cell, 0, count(4)), day: next, start: morning / 1000 }
      await store.write((tx) => increase(tx, 61, [{ cell, counters: count(1) }]))
      await store.write((tx) =>
        tx.saveBooking(next, booked({ cells: [kept], deltas: [delta] }), [], later),
      )
      const counts = (await store.countBefore(next)).filter(({ rows }) => rows > 0)
      expect(counts).toEqual([
        { table: 'day_cell', rows: 1 },
        { table: 'delta', rows: 1 },
        { table: 'team_day', rows: 1 },
        { table: 'team_model_day', rows: 1 },
        { table: 'team_hour', rows: 1 },
        { table: 'team_model_hour', rows: 1 },
        { table: 'model_hour', rows: 1 },
        { table: 'model_day', rows: 1 },
        { table: 'model_bucket', rows: 1 },
      ])

      await store.write((tx) => tx.purgeBefore(next))
      await store.shrink()
      expect((await store.countBefore(next)).every(({ rows }) => rows === 0)).toBe(true)
      await store.write((tx) => increase(tx, 62, [{ cell, counters: count(1) }]))
      expect(await store.cellTotals(range)).toEqual([])
      expect(await store.coverage(range)).toEqual([{ day, ...read(62) }])
      // Whole weeks are sums of their own.
      const weeks = { from: '2026-10-01', to: '2026-12-31' }
      expect(await store.cellTotals(weeks)).toEqual([{ ...cell, counters: count(4) }])
      expect(await store.matrix(weeks)).toEqual([
        { teamId: 'team-1', model: 'gpt', counters: count(4) },
      ])
    })
  })
}
