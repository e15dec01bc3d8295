import { describe, expect, test } from 'vitest'
import { follow, noTotals, type Totals } from '../../src/counters/follow.ts'
import { emptyDistribution } from '../../src/counters/increase-of-distribution.ts'
import type { Distribution } from '../../src/index.ts'

function counted(values: Record<string, number>): Totals {
  const counters = { ...noTotals.counters, promptTokens: new Map(Object.entries(values)) }
  return { ...noTotals, counters }
}

function timed(...counts: number[]): Totals {
  const count = counts.at(-1) ?? 0
  const distribution: Distribution = { bounds: [1, 2, Infinity], counts, sum: count, count }
  return { ...noTotals, latencies: { ...noTotals.latencies, ttft: new Map([['', distribution]]) } }
}

const gain = (before: Totals, now: Totals) => follow(before, now).increase.counters.promptTokens

describe('a counter', () => {
  test('gains what it rose', () => expect(gain(counted({ a: 10 }), counted({ a: 25 }))).toBe(15))

  test('that fell began again: its value is what it gained', () => {
    const followed = follow(counted({ a: 10, b: 100 }), counted({ a: 4, b: 130 }))
    // 4 of a, and 30 of b: the sum 110 → 134 would have hidden the fall.
    expect(followed.increase.counters.promptTokens).toBe(34)
    expect(followed.hasReset).toBe(true)
  })

  test('whose series come new counts from 0', () =>
    expect(gain(counted({ a: 10 }), counted({ a: 10, b: 7 }))).toBe(7))

  test('whose family comes new counts from 0', () =>
    expect(gain(noTotals, counted({ a: 3 }))).toBe(3))

  test('that is not there is not known', () => expect(gain(counted({ a: 3 }), noTotals)).toBeNull())

  test('that was away for a scrape goes on from where it was', () => {
    const away = follow(counted({ a: 100 }), counted({ b: 1 }))
    expect(gain(away.totals, counted({ a: 103, b: 1 }))).toBe(3)
    const gone = follow(counted({ a: 100 }), noTotals)
    expect(gain(gone.totals, counted({ a: 104 }))).toBe(4)
  })

  test('that was away while the engine began again counts from 0', () => {
    const restarted = follow(counted({ a: 100, b: 5 }), counted({ b: 1 }))
    expect(gain(restarted.totals, counted({ a: 103, b: 1 }))).toBe(103)
  })
})

describe('a histogram is one series', () => {
  const ttft = (before: Totals, now: Totals) => follow(before, now).increase.latencies.ttft

  test('its buckets gain together', () =>
    expect(ttft(timed(1, 2, 3), timed(2, 4, 6))).toEqual({
      bounds: [1, 2, Infinity],
      counts: [1, 2, 3],
      sum: 3,
      count: 3,
    }))

  test('if any bucket fell, all of its current values count', () => {
    // +Inf rose from 10 to 12, but the first bucket fell from 9 to 1.
    expect(ttft(timed(9, 10, 10), timed(1, 11, 12))?.counts).toEqual([1, 11, 12])
    expect(follow(timed(9, 10, 10), timed(1, 11, 12)).hasReset).toBe(true)
  })

  test('other buckets are another histogram', () => {
    const other: Distribution = { bounds: [5, Infinity], counts: [1, 1], sum: 4, count: 1 }
    const now = { ...noTotals, latencies: { ...noTotals.latencies, ttft: new Map([['', other]]) } }
    expect(ttft(timed(1, 1, 1), now)).toEqual(other)
  })

  test('without series yet it is there, and empty', () => {
    const announced = { ...noTotals, latencies: { ...noTotals.latencies, ttft: new Map() } }
    expect(ttft(noTotals, announced)).toEqual(emptyDistribution)
  })
})
