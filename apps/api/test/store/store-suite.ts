import { describe, expect, inject, it } from 'vitest'
import { guardStore } from '../../src/store/open-store.ts'
import { booked, count, day, increase, placed, read, unplaced } from './support/bookings.ts'
import { expectConsistent } from './support/expect-consistent.ts'
import { bookAtRandom } from './support/random-bookings.ts'
import type { TestPlace } from './support/test-place.ts'
import { useStore } from './support/use-store.ts'

const range = { from: day, to: day }
const cell = { teamId: 'team-a', model: 'gpt', key: 'hash-1' }
const other = { teamId: null, model: 'llama', key: 'hash-2' }

/** What every engine has to do, run against each of them. */
export function describeStore(engine: string, newPlace: () => Promise<TestPlace>): void {
  describe(`the store on ${engine}`, () => suite(newPlace))
}

function suite(newPlace: () => Promise<TestPlace>): void {
  const opened = useStore(newPlace)

  describe('a new store', () => {
    it('knows nothing and says so', async () => {
      expect(await opened.store.dataVersion()).toBe(0)
      expect(await opened.store.coverage(range)).toEqual([])
      expect(await opened.store.cellTotals(range)).toEqual([])
      expect((await opened.store.teams()).map((team) => team.teamId)).toEqual([null])
    })

    it('opens again without changing anything', async () => {
      await opened.store.write((tx) => increase(tx, 1, [{ cell, counters: count(1) }]))
      await opened.close()
      await opened.open()
      expect(await opened.store.dataVersion()).toBe(1)
      expect(await opened.store.cellTotals(range)).toEqual([{ ...cell, counters: count(1) }])
    })

    it('is set up once by two that start together', async () => {
      if (opened.place.kind === 'file') return
      await Promise.all([
        guardStore({ place: opened.place, now: Date.now }),
        guardStore({ place: opened.place, now: Date.now }),
      ])
      expect(await opened.store.dataVersion()).toBe(0)
    })
  })

  describe('a booking', () => {
    it('is read back as it was written', async () => {
      const fall = { reads: 2, firstAt: 1_763_600_000_123, lowest: count(1) }
      const cells = [
        { ...cell, counters: count(3), fall: null },
        { ...other, counters: count(2), fall },
      ]
      const deltas = [
        placed(cell, 600, count(2)),
        unplaced(cell, 'baseline', count(1)),
        unplaced(other, 'gap', count(2)),
      ]
      const moment = read(601)
      await opened.store.write((tx) => tx.saveBooking(day, booked({ cells, deltas }), [], moment))

      await opened.close()
      await opened.open()
      const state = await opened.store.write((tx) => tx.dayState(day))
      expect(state).toMatchObject({ day, lastRead: moment })
      expect(new Set(state.cells)).toEqual(new Set(cells))
      expect(await opened.store.write((tx) => tx.deltasOf(day, cell))).toEqual([
        deltas[1],
        deltas[0],
      ])
      expect(await opened.store.write((tx) => tx.deltasOf(day, { ...cell, key: 'new' }))).toEqual(
        [],
      )
      expect(await opened.store.coverage(range)).toEqual([
        { day, ...moment, firstReadAt: moment.startedAt, gaps: [] },
      ])
      await expectConsistent(opened.store, day)
    })

    it('takes names of any kind', async () => {
      const names = [
        '',
        '__proto__',
        '["a","b"]',
        '👩‍🚀 \u202e',
        `'; DROP TABLE team; --`,
        'x'.repeat(10_000),
      ]
      const cells = names.map((name) => ({ teamId: `t${name}`, model: name, key: name }))
      await opened.store.write((tx) =>
        increase(
          tx,
          5,
          cells.map((named) => ({ cell: named, counters: count(1) })),
        ),
      )
      await opened.close()
      await opened.open()
      const totals = await opened.store.cellTotals(range)
      expect(totals.map(({ teamId, model, key }) => ({ teamId, model, key }))).toEqual(
        expect.arrayContaining(cells),
      )
      expect(totals.length).toBe(cells.length)
    })

    it('moves only the time of the read where nothing has changed', async () => {
      await opened.store.write((tx) => increase(tx, 1, [{ cell, counters: count(1) }]))
      await opened.store.write((tx) => tx.saveBooking(day, booked({}), [], read(2)))
      expect(await opened.store.dataVersion()).toBe(1)
      expect(await opened.store.coverage(range)).toMatchObject([{ day, ...read(2) }])
      expect(await opened.store.firstRead(day)).toBe(read(1).startedAt)
      expect(await opened.store.firstRead('2026-11-19')).toBeNull()
    })

    it('keeps a correction beside the minutes that it lowers', async () => {
      await opened.store.write((tx) => increase(tx, 1, [{ cell, counters: count(5) }]))
      const lowered = count(-2)
      await opened.store.write((tx) =>
        tx.saveBooking(
          day,
          booked({
            cells: [{ ...cell, counters: count(3), fall: null }],
            deltas: [unplaced(cell, 'correction', lowered)],
            corrections: [{ ...cell, day, at: 1_763_600_000_999, counters: lowered }],
          }),
          [],
          read(2),
        ),
      )
      expect(await opened.store.corrections(range)).toEqual([
        { ...cell, day, at: 1_763_600_000_999, counters: lowered },
      ])
      expect(await opened.store.placement(range)).toEqual([
        { day, reason: null, counters: count(5) },
        { day, reason: 'correction', counters: lowered },
      ])
      await expectConsistent(opened.store, day)
    })

    it.each([1, 1200])('leaves no empty rows where %i cells moved away', async (many) => {
      const from = Array.from({ length: many }, (_, index) => ({ ...cell, key: `key-${index}` }))
      const to = from.map((named) => ({ ...named, model: 'claude' }))
      const rows = (cells: readonly (typeof cell)[], n: number) =>
        cells.map((named) => placed(named, 1, count(n)))
      const cells = [...rows(from, 0), ...rows(to, 5)].map((row) => ({ ...row, fall: null }))
      await opened.store.write((tx) =>
        increase(
          tx,
          1,
          from.map((named) => ({ cell: named, counters: count(5) })),
        ),
      )
      const changes = [...rows(from, -5), ...rows(to, 5)]
      await opened.store.write((tx) => tx.saveBooking(day, booked({ cells }), changes, read(2)))
      expect((await opened.store.deltas(day)).length).toBe(many)
      expect((await opened.store.cellTotals(range)).length).toBe(many)
      expect(await opened.store.matrix(range)).toEqual([
        { teamId: 'team-a', model: 'claude', counters: count(5 * many) },
      ])
      await opened.close()
      await opened.open()
      await expectConsistent(opened.store, day)
    })

    it('adds up, whatever is booked in whatever order', async () => {
      for (let seed = 1; seed <= (inject('isDeep') ? 10 : 2); seed += 1)
        await bookAtRandom(opened.store, seed)
      await expectConsistent(opened.store, day)
      await opened.close()
      await opened.open()
      await bookAtRandom(opened.store, 6)
      await expectConsistent(opened.store, day)
    })

    it('of thousands of cells is one transaction like any other', async () => {
      const many = inject('isDeep') ? 12_000 : 1500
      const increases = Array.from({ length: many }, (_, index) => ({
        cell: { teamId: `team-${index % 200}`, model: `model-${index % 20}`, key: `key-${index}` },
        counters: count(1 + (index % 3)),
      }))
      await opened.store.write((tx) => increase(tx, 1, increases))
      await opened.store.write((tx) => increase(tx, 2, increases))
      expect((await opened.store.deltas(day)).length).toBe(2 * many)
      await expectConsistent(opened.store, day)
    })

    it.each([
      ['no number', { ...count(1), spendUsd: NaN }],
      ['an endless number', { ...count(1), spendUsd: Infinity }],
      ['an absurd number', { ...count(1), promptTokens: 1e18 }],
      ['less than nothing', { ...count(1), completionTokens: -1 }],
    ])('of %s is refused as a whole', async (_, counters) => {
      const cells = [
        { ...other, counters: count(1), fall: null },
        { ...cell, counters, fall: null },
      ]
      const attempt = opened.store.write((tx) =>
        tx.saveBooking(day, booked({ cells }), [], read(1)),
      )
      await expect(attempt).rejects.toMatchObject({ name: 'StoreError', kind: 'refused' })
      expect(await opened.store.cellTotals(range)).toEqual([])
      expect(await opened.store.coverage(range)).toEqual([])
    })
  })
}
