import { expect, test } from 'vitest'
import { bookDay } from '../../src/ledger/book-day.ts'
import { CellMap } from '../../src/ledger/cell-map.ts'
import { noCounters } from '../../src/domain/counters.ts'
import type { Booked } from '../../src/ledger/day-booking.ts'
import type { DayRead } from '../../src/ledger/day-read.ts'
import type { DayState } from '../../src/ledger/day-state.ts'
import { at, cell, day, read, state } from '../support/ledger/cells.ts'

function book(before: DayState, answer: DayRead): Booked {
  const booking = bookDay(before, answer, 10_000)
  if (booking.verdict === 'stale') throw new Error('stale')
  return booking
}

/** What is booked after it. */
function after(before: DayState, booking: Booked, { startedAt, finishedAt, source }: DayRead) {
  const lastRead = { startedAt, finishedAt, source }
  return { ...before, lastRead, cells: CellMap.of([...before.cells, ...booking.cells]) }
}

test('an increase is booked by the minute, a cell that was absent from nothing', () => {
  const before = state('11:00:00', [cell('red large k1', 100)])
  const grown = cell('red large k1', 130, { requests: 3, successes: 3, spendUsd: 0.5 })
  const booking = book(before, read('11:00:10', [grown, cell('red large new', 7)]))
  const bucket = { day, start: at('11:00') / 1000, width: 1, reason: null, teamId: 'red' }
  expect(booking).toEqual({
    verdict: 'booked',
    cells: [
      { teamId: 'red', model: 'large', key: 'k1', counters: grown.counters, fall: null },
      { teamId: 'red', model: 'large', key: 'new', counters: cell('', 7).counters, fall: null },
    ],
    deltas: [
      {
        ...bucket,
        model: 'large',
        key: 'k1',
        counters: { ...noCounters, promptTokens: 30, requests: 2, successes: 2, spendUsd: 0.499 },
      },
      { ...bucket, model: 'large', key: 'new', counters: cell('', 7).counters },
    ],
    moves: [],
    corrections: [],
  })
})

test('the same read again, an older one and one that overlaps are stale', () => {
  const before = state('11:00:00', [])
  for (const clock of ['11:00:00', '10:59:00'])
    expect(bookDay(before, read(clock, [cell('red large k1', 5)]), 10_000)).toEqual({
      verdict: 'stale',
    })
  const overlapping = { ...read('11:00:00', []), startedAt: at('11:00:00') + 100 }
  expect(bookDay(before, overlapping, 10_000).verdict).toBe('stale')
})

test('sums of the same dollars in another order are no news', () => {
  const before = state('11:00:00', [cell('red large k1', 1, { spendUsd: 0.1 + 0.2 })])
  const booking = book(before, read('11:00:10', [cell('red large k1', 1, { spendUsd: 0.3 })]))
  expect(booking).toMatchObject({ cells: [], deltas: [] })
})

test('savings may turn into a loss', () => {
  const before = state('11:00:00', [cell('red large k1', 1, { cacheSavingsUsd: 1 })])
  const loss = read('11:00:10', [cell('red large k1', 1, { cacheSavingsUsd: 0.5 })])
  expect(book(before, loss).deltas.map(({ reason, counters }) => [reason, counters])).toEqual([
    [null, { ...noCounters, cacheSavingsUsd: -0.5 }],
  ])
})

test('a fall is held, and believed at the third read after a minute', () => {
  const seen: unknown[] = []
  let before = state('11:00:00', [cell('red large k1', 100)])
  for (const [clock, tokens] of [
    ['11:00:10', 60],
    ['11:00:40', 70],
    ['11:01:00', 65],
    ['11:01:10', 66],
    ['11:01:20', 90],
  ] as const) {
    const answer = read(clock, [cell('red large k1', tokens)])
    const booking = book(before, answer)
    before = after(before, booking, answer)
    seen.push([
      booking.cells.map(({ counters, fall }) => [counters.promptTokens, fall?.reads ?? null]),
      booking.deltas.map(({ reason, width, counters }) => [reason, width, counters.promptTokens]),
      booking.corrections.map(({ counters }) => counters.promptTokens),
    ])
  }
  expect(seen).toEqual([
    [[[100, 1]], [], []],
    [[[100, 2]], [], []],
    // The third, but not yet a minute.
    [[[100, 3]], [], []],
    [[[66, null]], [['correction', 1440, -34]], [-34]],
    [[[90, null]], [[null, 1, 24]], []],
  ])
})

test('a fall that goes on falling is waited for anew, one that recovers is none', () => {
  const fallen = { reads: 2, firstAt: at('10:59:00'), lowest: cell('', 60).counters }
  const held = state('11:00:00', [])
  const booked = { ...cell('red large k1', 100), fall: fallen }
  const before = { ...held, cells: CellMap.of([booked]) }
  const deeper = book(before, read('11:00:10', [cell('red large k1', 59)]))
  expect(deeper.cells[0]?.fall).toEqual({
    reads: 1,
    firstAt: at('11:00:10'),
    lowest: cell('', 59).counters,
  })
  const recovered = book(before, read('11:00:10', [cell('red large k1', 110)]))
  expect(recovered.cells.map(({ counters, fall }) => [counters.promptTokens, fall])).toEqual([
    [110, null],
  ])
})

const movesOf = ({ moves, deltas }: Booked) => ({
  moves: moves.map(({ from, to, counters }) => [
    `${from.model} ${from.key}`,
    `${to.model} ${to.key}`,
    counters.promptTokens,
  ]),
  grown: deltas.map(({ model, key, counters }) => [model, key, counters.promptTokens]),
})
const one = { requests: 0, successes: 0, spendUsd: 0 }

test('the rest of a key that becomes provable changes its name; what came with it counts', () => {
  const before = state('11:00:00', [cell('red other k1', 50, one), cell('red small k1', 5, one)])
  const answer = read('11:00:10', [cell('red large k1', 60, one), cell('red small k1', 5, one)])
  expect(movesOf(book(before, answer))).toEqual({
    moves: [['other k1', 'large k1', 50]],
    grown: [['large', 'k1', 10]],
  })
})

test('the rest of a team goes to keys that were hidden before those that grow anyway', () => {
  const before = state('11:00:00', [cell('red other other', 50, one), cell('red small k1', 5, one)])
  const answer = read('11:00:10', [cell('red small k1', 9, one), cell('red large k2', 50, one)])
  expect(movesOf(book(before, answer))).toEqual({
    moves: [['other other', 'large k2', 50]],
    grown: [['small', 'k1', 4]],
  })
})

test('a proven cell that falls while another rises is a fall, and the rise counts', () => {
  const before = state('11:00:00', [cell('red large k1', 50, one), cell('red small k1', 5, one)])
  const answer = read('11:00:10', [cell('red large k1', 40, one), cell('red small k1', 25, one)])
  const booking = book(before, answer)
  expect(movesOf(booking)).toEqual({ moves: [], grown: [['small', 'k1', 20]] })
  expect(booking.cells.map(({ model, fall }) => [model, fall?.reads])).toEqual([
    ['large', 1],
    ['small', undefined],
  ])
})

test('another kind of source renames and never counts', () => {
  const before = state('11:00:00', [cell('red large k1', 50, one), cell('red small k2', 5, one)])
  const renamed = [cell('red openai/large k1', 30, one), cell('red small k2', 25, one)]
  expect(movesOf(book(before, read('11:00:10', renamed, 'single-page')))).toEqual({
    moves: [
      ['large k1', 'openai/large k1', 30],
      ['large k1', 'small k2', 20],
    ],
    grown: [],
  })
})

test('nothing moves between teams', () => {
  const before = state('11:00:00', [cell('red other k1', 50, one)])
  const answer = read('11:00:10', [cell('blue large k1', 50, one)], 'page-walk')
  expect(movesOf(book(before, answer))).toEqual({ moves: [], grown: [['large', 'k1', 50]] })
})
