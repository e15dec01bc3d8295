import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { cellId } from '../../src/ledger/cell.ts'
import type { Store } from '../../src/store/open-store.ts'
import { connectStore, guardStore } from '../../src/store/open-store.ts'
import type { StorePlace } from '../../src/store/store-place.ts'
import type { WriteTx } from '../../src/store/write/write-tx.ts'
import { booked, count, day, increase, placed, read, unplaced } from './support/bookings.ts'
import { expectConsistent } from './support/expect-consistent.ts'
import { bookAtRandom } from './support/random-bookings.ts'
import { often } from '../support/depth.ts'
import { runUntilKilled } from './support/run-until-killed.ts'
import { openStore, type OpenedStore, type TestPlace } from './support/test-place.ts'

const range = { from: day, to: day }
const cell = { teamId: 'team-a', model: 'gpt', key: 'hash-1' }
const other = { teamId: null, model: 'llama', key: 'hash-2' }

/** What every engine has to do, run against each of them. */
export function describeStore(engine: string, newPlace: () => Promise<TestPlace>): void {
  describe(`the store on ${engine}`, () => suite(newPlace))
}

function suite(newPlace: () => Promise<TestPlace>): void {
  let place: StorePlace
  let opened: OpenedStore
  let store: Store
  let remove: () => Promise<void>

  beforeEach(async () => {
    const made = await newPlace()
    ;({ place, remove } = made)
    opened = await openStore(place)
    store = opened.store
  })
  afterEach(async () => {
    await opened[Symbol.asyncDispose]()
    await remove()
  })

  /** The same place once more, as after a restart. */
  async function reopen(): Promise<void> {
    await opened[Symbol.asyncDispose]()
    opened = await openStore(place)
    store = opened.store
  }

  describe('a new store', () => {
    it('knows nothing and says so', async () => {
      expect(await store.dataVersion()).toBe(0)
      expect(await store.coverage(range)).toEqual([])
      expect(await store.cellTotals(range)).toEqual([])
      expect((await store.teams()).map((team) => team.teamId)).toEqual([null])
    })

    it('opens again without changing anything', async () => {
      await store.write((tx) => increase(tx, 1, [{ cell, counters: count(1) }]))
      await reopen()
      expect(await store.dataVersion()).toBe(1)
      expect(await store.cellTotals(range)).toEqual([{ ...cell, counters: count(1) }])
    })

    it('is set up once by two that start together', async () => {
      if (place.kind === 'file') return
      await Promise.all([
        guardStore({ place, now: Date.now }),
        guardStore({ place, now: Date.now }),
      ])
      expect(await store.dataVersion()).toBe(0)
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
      await store.write((tx) => tx.saveBooking(day, booked({ cells, deltas }), [], moment))

      await reopen()
      const state = await store.write((tx) => tx.dayState(day))
      const byId = new Map(cells.map((state) => [cellId(state), state]))
      expect(state).toEqual({ day, lastRead: moment, cells: byId })
      expect(await store.write((tx) => tx.deltasOf(day, cell))).toEqual([deltas[1], deltas[0]])
      expect(await store.write((tx) => tx.deltasOf(day, { ...cell, key: 'new' }))).toEqual([])
      expect(await store.coverage(range)).toEqual([{ day, ...moment }])
      await expectConsistent(store, day)
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
      await store.write((tx) =>
        increase(
          tx,
          5,
          cells.map((named) => ({ cell: named, counters: count(1) })),
        ),
      )
      await reopen()
      const totals = await store.cellTotals(range)
      expect(totals.map(({ teamId, model, key }) => ({ teamId, model, key }))).toEqual(
        expect.arrayContaining(cells),
      )
      expect(totals.length).toBe(cells.length)
    })

    it('moves only the time of the read where nothing has changed', async () => {
      await store.write((tx) => increase(tx, 1, [{ cell, counters: count(1) }]))
      await store.write((tx) => tx.saveBooking(day, booked({}), [], read(2)))
      expect(await store.dataVersion()).toBe(1)
      expect(await store.coverage(range)).toEqual([{ day, ...read(2) }])
      expect(await store.firstRead(day)).toBe(read(1).startedAt)
      expect(await store.firstRead('2026-11-19')).toBeNull()
    })

    it('keeps a correction beside the minutes that it lowers', async () => {
      await store.write((tx) => increase(tx, 1, [{ cell, counters: count(5) }]))
      const lowered = count(-2)
      await store.write((tx) =>
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
      expect(await store.corrections(range)).toEqual([
        { ...cell, day, at: 1_763_600_000_999, counters: lowered },
      ])
      expect(await store.placement(range)).toEqual([
        { day, reason: null, counters: count(5) },
        { day, reason: 'correction', counters: lowered },
      ])
      await expectConsistent(store, day)
    })

    it.each([1, 1200])('leaves no empty rows where %i cells moved away', async (many) => {
      const from = Array.from({ length: many }, (_, index) => ({ ...cell, key: `key-${index}` }))
      const to = from.map((named) => ({ ...named, model: 'claude' }))
      const rows = (cells: readonly (typeof cell)[], n: number) =>
        cells.map((named) => placed(named, 1, count(n)))
      const cells = [...rows(from, 0), ...rows(to, 5)].map((row) => ({ ...row, fall: null }))
      await store.write((tx) =>
        increase(
          tx,
          1,
          from.map((named) => ({ cell: named, counters: count(5) })),
        ),
      )
      const changes = [...rows(from, -5), ...rows(to, 5)]
      await store.write((tx) => tx.saveBooking(day, booked({ cells }), changes, read(2)))
      expect((await store.deltas(day)).length).toBe(many)
      expect((await store.cellTotals(range)).length).toBe(many)
      expect(await store.matrix(range)).toEqual([
        { teamId: 'team-a', model: 'claude', counters: count(5 * many) },
      ])
      await reopen()
      await expectConsistent(store, day)
    })

    it('adds up, whatever is booked in whatever order', async () => {
      for (let seed = 1; seed <= 5; seed += 1) await bookAtRandom(store, seed)
      await expectConsistent(store, day)
      await reopen()
      await bookAtRandom(store, 6)
      await expectConsistent(store, day)
    })

    it('of 12,000 cells is one transaction like any other', async () => {
      const increases = Array.from({ length: 12_000 }, (_, index) => ({
        cell: { teamId: `team-${index % 200}`, model: `model-${index % 20}`, key: `key-${index}` },
        counters: count(1 + (index % 3)),
      }))
      await store.write((tx) => increase(tx, 1, increases))
      await store.write((tx) => increase(tx, 2, increases))
      expect((await store.deltas(day)).length).toBe(24_000)
      await expectConsistent(store, day)
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
      const attempt = store.write((tx) => tx.saveBooking(day, booked({ cells }), [], read(1)))
      await expect(attempt).rejects.toMatchObject({ name: 'StoreError', kind: 'refused' })
      expect(await store.cellTotals(range)).toEqual([])
      expect(await store.coverage(range)).toEqual([])
    })
  })

  describe('a transaction', () => {
    it('that fails leaves nothing, not even names', async () => {
      const fault = new Error('the answer was cut off')
      const attempt = store.write(async (tx) => {
        await increase(tx, 1, [{ cell, counters: count(1) }])
        throw fault
      })
      await expect(attempt).rejects.toBe(fault)
      expect(await store.dataVersion()).toBe(0)
      expect((await store.teams()).length).toBe(1)
      await store.write((tx) => increase(tx, 2, [{ cell: other, counters: count(2) }]))
      expect(await store.cellTotals(range)).toEqual([{ ...other, counters: count(2) }])
    })

    it('hands out functions that die with it', async () => {
      let leaked: WriteTx | undefined
      await store.write((tx) => {
        leaked = tx
        return Promise.resolve()
      })
      await expect(leaked?.saveSecret('a', 'b')).rejects.toMatchObject({ kind: 'ended' })
      expect(await store.secret('a')).toBeNull()
    })

    it('waits for the one before it', async () => {
      const turns = Array.from({ length: 5 }, (_, index) =>
        store.write((tx) => increase(tx, index, [{ cell, counters: count(1) }])),
      )
      await Promise.all(turns)
      expect(await store.cellTotals(range)).toEqual([{ ...cell, counters: count(5) }])
    })

    it('needs the lease', async () => {
      const idle = connectStore({ place, now: Date.now })
      await expect(idle.write((tx) => tx.saveSecret('a', 'b'))).rejects.toMatchObject({
        kind: 'fenced',
      })
      await idle.close()
    })
  })

  describe('two collectors', () => {
    let rival: Store
    beforeEach(() => {
      rival = connectStore({ place, now: Date.now })
    })
    afterEach(() => rival.close())

    it('take turns only when the lease has run out or was given back', async () => {
      expect(await store.lease.renew(60_000)).toBe(true)
      expect(await rival.lease.acquire(60_000)).toBe(false)
      await store.lease.release()
      expect(await rival.lease.acquire(60_000)).toBe(true)
      expect(await store.lease.acquire(60_000)).toBe(false)
    })

    it('never write both: the one that was overtaken writes nothing', async () => {
      await store.write((tx) => increase(tx, 1, [{ cell, counters: count(1) }]))
      expect(await rival.lease.acquire(60_000)).toBe(true)
      const late = store.write((tx) => increase(tx, 2, [{ cell, counters: count(9) }]))
      await expect(late).rejects.toMatchObject({ kind: 'fenced' })
      expect(await store.lease.renew(60_000)).toBe(false)

      await rival.write((tx) => increase(tx, 2, [{ cell: other, counters: count(2) }]))
      await rival.lease.release()
      expect(await store.lease.acquire(60_000)).toBe(true)
      await store.write((tx) => increase(tx, 3, [{ cell: other, counters: count(1) }]))
      expect(await store.cellTotals(range)).toEqual([
        { ...other, counters: count(3) },
        { ...cell, counters: count(1) },
      ])
      await expectConsistent(store, day)
    })
  })

  describe('after kill -9', () => {
    it('everything that was acknowledged is there, and adds up', { timeout: 300_000 }, async () => {
      const kills = often(10, 50)
      await opened[Symbol.asyncDispose]()
      let kept = 0
      for (let round = 1; round <= kills; round += 1) {
        const acknowledged = await runUntilKilled(place, {
          polls: 1 + (round % 4),
          laterMs: (round * 7) % 30,
        })
        opened = await openStore(place)
        store = opened.store
        const [total] = await store.cellTotals(range)
        const polls = (total?.counters.promptTokens ?? 0) / 100
        expect(polls).toBeGreaterThanOrEqual(kept + acknowledged)
        expect(polls).toBeLessThanOrEqual(kept + acknowledged + 1)
        await expectConsistent(store, day)
        kept = polls
        if (round < kills) await opened[Symbol.asyncDispose]()
      }
      expect(kept).toBeGreaterThan(20)
    })
  })
}
