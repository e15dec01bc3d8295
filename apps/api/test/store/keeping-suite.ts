import { describe, expect, it } from 'vitest'
import { booked, count, day, increase, midnight, placed, read } from './support/bookings.ts'
import { expectConsistent } from './support/expect-consistent.ts'
import { bookAtRandom } from './support/random-bookings.ts'
import type { TestPlace } from './support/test-place.ts'
import { useStore } from './support/use-store.ts'

const range = { from: day, to: day }
const next = '2026-11-21'
const daySpan = { from: midnight / 1000, to: midnight / 1000 + 86_400 }
const cell = { teamId: 'team-1', model: 'gpt', key: 'hash-1' }

const team = {
  teamId: 't',
  alias: null,
  organizationId: null,
  spendUsd: 0,
  maxBudgetUsd: null,
  budgetDuration: null,
  budgetResetAt: null,
  blocked: false,
  models: [],
  createdAt: null,
}

/** How long things are kept, on every engine. */
export function describeKeeping(engine: string, newPlace: () => Promise<TestPlace>): void {
  describe(`keeping on ${engine}`, () => suite(newPlace))
}

function suite(newPlace: () => Promise<TestPlace>): void {
  const opened = useStore(newPlace)

  it('of the counters of budgets keeps the last of each day, and of the newest day all', async () => {
    const seen = (at: number, spendUsd: number) =>
      opened.store.write((tx) =>
        tx.saveTeams({ teams: [{ ...team, spendUsd }], complete: true, at }),
      )
    for (let minute = 0; minute < 5; minute += 1) {
      await seen(midnight + minute * 60_000, minute)
      await seen(midnight + 86_400_000 + minute * 60_000, 10 + minute)
    }
    const rows = async () =>
      (await opened.store.countBefore('2027-01-01')).find(({ table }) => table === 'team_meter')
        ?.rows
    expect(await rows()).toBe(10)
    await opened.store.write((tx) => tx.foldMeters(next))
    expect(await rows()).toBe(6)
    expect((await opened.store.teams()).find(({ teamId }) => teamId === 't')?.spendUsd).toBe(14)
  })

  describe('minutes', () => {
    it('fold into quarters of an hour without moving any sum', async () => {
      await bookAtRandom(opened.store, 11)
      const before = {
        cells: await opened.store.cellTotals(range),
        placement: await opened.store.placement(range),
        hours: await opened.store.dayHours(range),
        sparks: await opened.store.teamSparks(daySpan, 'hour', null),
      }
      expect(await opened.store.write((tx) => tx.foldOldestMinutes(day))).toBeNull()
      expect((await opened.store.deltas(day)).some((delta) => delta.width === 1)).toBe(true)

      expect(await opened.store.write((tx) => tx.foldOldestMinutes(next))).toBe(day)
      expect(await opened.store.write((tx) => tx.foldOldestMinutes(next))).toBeNull()
      expect((await opened.store.deltas(day)).some((delta) => delta.width === 1)).toBe(false)
      expect({
        cells: await opened.store.cellTotals(range),
        placement: await opened.store.placement(range),
        hours: await opened.store.dayHours(range),
        sparks: await opened.store.teamSparks(daySpan, 'hour', null),
      }).toEqual(before)
      await expectConsistent(opened.store, day)
    })

    it('that are nothing together leave no quarter', async () => {
      const there = { ...cell, counters: count(5), fall: null }
      const deltas = [placed(cell, 61, count(5)), placed(cell, 62, count(-5))]
      const rest = [...deltas, placed(cell, 90, count(5))]
      await opened.store.write((tx) =>
        tx.saveBooking(day, booked({ cells: [there], deltas: rest }), [], read(91)),
      )
      await opened.store.write((tx) => tx.foldOldestMinutes(next))
      expect(await opened.store.deltas(day)).toEqual([{ ...placed(cell, 90, count(5)), width: 15 }])
      await expectConsistent(opened.store, day)
    })

    it('that come to a folded day go into its quarters', async () => {
      await opened.store.write((tx) => increase(tx, 61, [{ cell, counters: count(1) }]))
      await opened.store.write((tx) => tx.foldOldestMinutes(next))
      await opened.store.write((tx) => increase(tx, 74, [{ cell, counters: count(2) }]))
      expect(await opened.store.deltas(day)).toEqual([{ ...placed(cell, 60, count(3)), width: 15 }])
      await expectConsistent(opened.store, day)
    })
  })

  it('knows its step and size, and the last poll of each source', async () => {
    expect(await opened.store.isMigrated()).toBe(true)
    expect(await opened.store.bytes()).toBeGreaterThan(10_000)
    const poll = (startedAt: number) => ({
      source: 'activity',
      startedAt,
      finishedAt: startedAt + 40,
      outcome: 'ok',
      changed: 3,
    })
    await opened.store.write((tx) => tx.recordPoll(poll(1000)))
    await opened.store.write((tx) => tx.recordPoll(poll(2000)))
    await opened.store.write((tx) => tx.recordPoll({ ...poll(3000), source: 'teams' }))
    expect(await opened.store.lastPoll('activity')).toEqual(poll(2000))
    expect(await opened.store.lastPoll('prices')).toBeNull()
  })

  describe('a purge', () => {
    it('deletes what it said it would, and it stays away', async () => {
      const morning = Date.parse(`${next}T00:00:00Z`)
      const later = { startedAt: morning, finishedAt: morning + 1, source: 'aggregated' as const }
      const kept = { ...cell, counters: count(4), fall: null }
      const delta = { ...placed(cell, 0, count(4)), day: next, start: morning / 1000 }
      await opened.store.write((tx) => increase(tx, 61, [{ cell, counters: count(1) }]))
      await opened.store.write((tx) =>
        tx.saveBooking(next, booked({ cells: [kept], deltas: [delta] }), [], later),
      )
      const counts = (await opened.store.countBefore(next)).filter(({ rows }) => rows > 0)
      expect(counts).toEqual([
        { table: 'delta', rows: 1 },
        { table: 'team_day', rows: 1 },
        { table: 'team_model_day', rows: 1 },
        { table: 'team_hour', rows: 1 },
        { table: 'team_model_hour', rows: 1 },
        { table: 'model_hour', rows: 1 },
        { table: 'model_day', rows: 1 },
        { table: 'model_bucket', rows: 1 },
      ])

      await opened.store.write((tx) => tx.purgeBefore(next))
      await opened.store.shrink()
      expect((await opened.store.countBefore(next)).every(({ rows }) => rows === 0)).toBe(true)
      await opened.store.write((tx) => increase(tx, 62, [{ cell, counters: count(1) }]))
      expect(await opened.store.cellTotals(range)).toEqual([])
      expect(await opened.store.coverage(range)).toMatchObject([{ day, ...read(62) }])
      // Whole weeks are sums of their own.
      const weeks = { from: '2026-10-01', to: '2026-12-31' }
      expect(await opened.store.cellTotals(weeks)).toEqual([{ ...cell, counters: count(4) }])
      expect(await opened.store.matrix(weeks)).toEqual([
        { teamId: 'team-1', model: 'gpt', counters: count(4) },
      ])
    })
  })
}
