import { describe, expect, it } from 'vitest'
import { booked, count, day, increase, midnight, read, unplaced } from './support/bookings.ts'
import { expectConsistent } from './support/expect-consistent.ts'
import type { TestPlace } from './support/test-place.ts'
import { useStore } from './support/use-store.ts'

const range = { from: day, to: day }
const next = '2026-11-21'
const cell = { teamId: 'team-1', model: 'gpt', key: 'hash-1' }
const other = { ...cell, key: 'hash-2' }

/** Sums that are written later than what they are the sum of, on every engine. */
export function describeSumming(engine: string, newPlace: () => Promise<TestPlace>): void {
  describe(`summing on ${engine}`, () => suite(newPlace))
}

function suite(newPlace: () => Promise<TestPlace>): void {
  const opened = useStore(newPlace)
  const rows = async (table: string) =>
    (await opened.store.countBefore(next)).find((count) => count.table === table)?.rows
  const grow = (minute: number, by = 1, whose = cell) =>
    opened.store.write((tx) => increase(tx, minute, [{ cell: whose, counters: count(by) }]))
  const totals = async () =>
    (await opened.store.cellTotals(range)).toSorted((a, b) => (a.key < b.key ? -1 : 1))

  it('cells of today wait for their rows, and read as if they did not', async () => {
    for (let minute = 0; minute < 5; minute += 0.5) {
      await grow(Math.floor(minute))
      expect(await rows('day_cell')).toBe(0)
      expect(await totals()).toEqual([{ ...cell, counters: count(minute * 2 + 1) }])
    }
    await expectConsistent(opened.store, day)
    await grow(5, 1, other)
    expect(await rows('day_cell')).toBe(1)
    await grow(6)
    expect(await rows('day_cell')).toBe(1)
    expect(await totals()).toEqual([
      { ...cell, counters: count(11) },
      { ...other, counters: count(1) },
    ])
    await expectConsistent(opened.store, day)
    await grow(12)
    expect(await rows('day_cell')).toBe(2)
    await expectConsistent(opened.store, day)
  })

  it('a minute that was begun is summed with the next one', async () => {
    await grow(0)
    await grow(6)
    await grow(6)
    await grow(7)
    expect(await totals()).toEqual([{ ...cell, counters: count(4) }])
    await grow(30)
    await grow(30)
    expect(await totals()).toEqual([{ ...cell, counters: count(6) }])
    await expectConsistent(opened.store, day)
  })

  it('whoever opens it in between knows what waits, and goes on', async () => {
    for (const minute of [0, 1, 7, 8, 15]) {
      await grow(minute)
      await grow(minute, 2, other)
      await opened.close()
      await opened.open()
      const { cells } = await opened.store.write((tx) => tx.dayState(day))
      const [total] = await totals()
      expect(cells.get(cell)?.counters).toEqual(total?.counters)
      await expectConsistent(opened.store, day)
    }
    expect(await totals()).toEqual([
      { ...cell, counters: count(5) },
      { ...other, counters: count(10) },
    ])
  })

  it('what is lost again is taken from a row that holds all of it', async () => {
    await grow(0)
    await grow(10, 4)
    await grow(11, 5)
    const left = { ...cell, counters: count(3), fall: null }
    const lost = { ...cell, day, at: midnight + 720_000, counters: count(-7) }
    const delta = unplaced(cell, 'correction', lost.counters)
    await opened.store.write((tx) =>
      tx.saveBooking(
        day,
        booked({ cells: [left], deltas: [delta], corrections: [lost] }),
        [],
        read(12),
      ),
    )
    expect(await rows('day_cell')).toBe(1)
    expect(await totals()).toEqual([{ ...cell, counters: count(3) }])
    await expectConsistent(opened.store, day)
    await grow(12)
    await grow(13)
    expect(await totals()).toEqual([{ ...cell, counters: count(5) }])
    await expectConsistent(opened.store, day)
  })

  it('a day that is over waits for nothing', async () => {
    await grow(1438)
    expect(await rows('day_cell')).toBe(0)
    await opened.store.write((tx) => tx.saveBooking(day, booked({}), [], read(1441)))
    expect(await rows('day_cell')).toBe(1)
    const cells = [{ ...cell, counters: count(2), fall: null }]
    const deltas = [unplaced(cell, 'late', count(1))]
    await opened.store.write((tx) => tx.saveBooking(day, booked({ cells, deltas }), [], read(1442)))
    expect(await totals()).toEqual([{ ...cell, counters: count(2) }])
    await expectConsistent(opened.store, day)
  })

  it('minutes that fold were summed before, even by nobody', async () => {
    await grow(1430)
    await grow(1437)
    await opened.close()
    await opened.open()
    await opened.store.write((tx) => tx.foldOldestMinutes(next))
    expect(await totals()).toEqual([{ ...cell, counters: count(2) }])
    await expectConsistent(opened.store, day)
  })

  it('weeks are summed when they are over, one at a time, and what comes late counts', async () => {
    const wide = { from: '2026-10-01', to: '2026-12-31' }
    const matrix = async () => (await opened.store.matrix(wide)).map(({ counters }) => counters)
    await grow(61)
    expect(await matrix()).toEqual([count(1)])
    expect(await opened.store.write((tx) => tx.sumOldestWeek(day))).toBe(false)
    await grow(62)
    expect(await matrix()).toEqual([count(2)])
    expect(await opened.store.write((tx) => tx.sumOldestWeek('2026-12-10'))).toBe(true)
    expect(await matrix()).toEqual([count(2)])
    expect(await opened.store.write((tx) => tx.sumOldestWeek('2026-12-10'))).toBe(false)
    await grow(63)
    expect(await matrix()).toEqual([count(3)])
    await opened.store.write((tx) => tx.purgeBefore(day))
    expect(await matrix()).toEqual([count(3)])
    await opened.store.write((tx) => tx.purgeBefore(next))
    expect(await matrix()).toEqual([])
  })
}
