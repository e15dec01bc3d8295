import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import type { Store } from '../../src/store/open-store.ts'
import { connectStore } from '../../src/store/open-store.ts'
import type { WriteTx } from '../../src/store/write/write-tx.ts'
import { count, day, increase } from './support/bookings.ts'
import { expectConsistent } from './support/expect-consistent.ts'
import { runUntilKilled } from './support/run-until-killed.ts'
import type { TestPlace } from './support/test-place.ts'
import { useStore } from './support/use-store.ts'

const range = { from: day, to: day }
const cell = { teamId: 'team-a', model: 'gpt', key: 'hash-1' }
const other = { teamId: null, model: 'llama', key: 'hash-2' }

/** Who may write, and what is left where writing ends early, on every engine. */
export function describeWriting(engine: string, newPlace: () => Promise<TestPlace>): void {
  describe(`writing to ${engine}`, () => suite(newPlace))
}

function suite(newPlace: () => Promise<TestPlace>): void {
  const opened = useStore(newPlace)

  describe('a transaction', () => {
    it('that fails leaves nothing, not even names', async () => {
      const fault = new Error('the answer was cut off')
      const attempt = opened.store.write(async (tx) => {
        await increase(tx, 1, [{ cell, counters: count(1) }])
        throw fault
      })
      await expect(attempt).rejects.toBe(fault)
      expect(await opened.store.dataVersion()).toBe(0)
      expect((await opened.store.teams()).length).toBe(1)
      await opened.store.write((tx) => increase(tx, 2, [{ cell: other, counters: count(2) }]))
      expect(await opened.store.cellTotals(range)).toEqual([{ ...other, counters: count(2) }])
    })

    it('hands out functions that die with it', async () => {
      let leaked: WriteTx | undefined
      await opened.store.write((tx) => {
        leaked = tx
        return Promise.resolve()
      })
      await expect(leaked?.forgetPolls(0)).rejects.toMatchObject({ kind: 'ended' })
    })

    it('waits for the one before it', async () => {
      const turns = Array.from({ length: 5 }, (_, index) =>
        opened.store.write((tx) => increase(tx, index, [{ cell, counters: count(1) }])),
      )
      await Promise.all(turns)
      expect(await opened.store.cellTotals(range)).toEqual([{ ...cell, counters: count(5) }])
    })

    it('needs the lease', async () => {
      const idle = connectStore({ place: opened.place, now: Date.now })
      await expect(idle.write((tx) => tx.forgetPolls(0))).rejects.toMatchObject({
        kind: 'fenced',
      })
      await idle.close()
    })
  })

  describe('two collectors', () => {
    let rival: Store
    beforeEach(() => {
      rival = connectStore({ place: opened.place, now: Date.now })
    })
    afterEach(() => rival.close())

    it('take turns only when the lease has run out or was given back', async () => {
      expect(await opened.store.lease.renew(60_000)).toBe(true)
      expect(await rival.lease.acquire(60_000)).toBe(false)
      await opened.store.lease.release()
      expect(await rival.lease.acquire(60_000)).toBe(true)
      expect(await opened.store.lease.acquire(60_000)).toBe(false)
    })

    it('never write both: the one that was overtaken writes nothing', async () => {
      await opened.store.write((tx) => increase(tx, 1, [{ cell, counters: count(1) }]))
      expect(await rival.lease.acquire(60_000)).toBe(true)
      const late = opened.store.write((tx) => increase(tx, 2, [{ cell, counters: count(9) }]))
      await expect(late).rejects.toMatchObject({ kind: 'fenced' })
      expect(await opened.store.lease.renew(60_000)).toBe(false)

      await rival.write((tx) => increase(tx, 2, [{ cell: other, counters: count(2) }]))
      await rival.lease.release()
      expect(await opened.store.lease.acquire(60_000)).toBe(true)
      await opened.store.write((tx) => increase(tx, 3, [{ cell: other, counters: count(1) }]))
      expect(await opened.store.cellTotals(range)).toEqual([
        { ...other, counters: count(3) },
        { ...cell, counters: count(1) },
      ])
      await expectConsistent(opened.store, day)
    })
  })

  describe('after kill -9', () => {
    it('everything that was acknowledged is there, and adds up', async () => {
      const kills = inject('isDeep') ? 50 : 3
      await opened.close()
      let kept = 0
      for (let round = 1; round <= kills; round += 1) {
        const acknowledged = await runUntilKilled(opened.place, {
          polls: 1 + (round % 4),
          laterMs: (round * 7) % 30,
        })
        await opened.open()
        const [total] = await opened.store.cellTotals(range)
        const polls = (total?.counters.promptTokens ?? 0) / 100
        expect(polls).toBeGreaterThanOrEqual(kept + acknowledged)
        expect(polls).toBeLessThanOrEqual(kept + acknowledged + 1)
        await expectConsistent(opened.store, day)
        kept = polls
        if (round < kills) await opened.close()
      }
      expect(kept).toBeGreaterThan(2 * kills)
    })
  })
}
