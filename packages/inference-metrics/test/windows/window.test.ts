import { describe, expect, test } from 'vitest'
import { isGap, isStale, windowOf, type Scrape } from '../../src/index.ts'

const scrape = (second: number, more: Partial<Scrape> = {}): Scrape => ({
  at: second * 1000,
  isAfterGap: false,
  hasReset: false,
  ...more,
})

const every5 = (from: number, to: number) =>
  Array.from({ length: (to - from) / 5 + 1 }, (_, index) => scrape(from + index * 5))

describe('a window', () => {
  test('ends at the newest scrape and begins at the one nearest to its length before', () => {
    expect(windowOf(every5(0, 100), 60_000)?.window).toEqual({
      from: 40_000,
      to: 100_000,
      seconds: 60,
      scrapes: 13,
      resets: 0,
      gaps: [],
    })
    // 62 s before is nearer to 60 than 57 s.
    const [a, b, c] = [scrape(0), scrape(5.5), scrape(62)]
    expect(windowOf([a, b, c], 60_000)?.window.from).toBe(0)
    expect(windowOf([a, scrape(1), c], 60_000)?.window.from).toBe(1000)
  })

  test('is as long as there are scrapes', () =>
    expect(windowOf(every5(0, 20), 60_000)?.window).toMatchObject({ seconds: 20, scrapes: 5 }))

  test('needs two scrapes', () => {
    expect(windowOf([], 60_000)).toBeNull()
    expect(windowOf([scrape(0)], 60_000)).toBeNull()
    // The one before is so far away that the newest is nearer to the begin.
    expect(windowOf([scrape(0), scrape(600)], 60_000)).toBeNull()
  })

  test('tells its gaps and resets, but not those at its begin', () => {
    const scrapes = [
      scrape(0, { isAfterGap: true, hasReset: true }),
      scrape(5),
      scrape(40, { isAfterGap: true, hasReset: true }),
      scrape(45),
    ]
    expect(windowOf(scrapes, 60_000)?.window).toMatchObject({
      resets: 1,
      gaps: [{ from: 5000, to: 40_000 }],
    })
  })
})

test('a gap is a failed scrape, or three intervals of silence', () => {
  expect(isGap(0, 5000, { hasFailed: true, intervalMs: 5000 })).toBe(true)
  expect(isGap(0, 15_000, { hasFailed: false, intervalMs: 5000 })).toBe(false)
  expect(isGap(0, 15_001, { hasFailed: false, intervalMs: 5000 })).toBe(true)
})

test('a target is stale after three intervals, and never before three seconds', () => {
  expect(isStale(0, 15_000, 5000)).toBe(false)
  expect(isStale(0, 15_001, 5000)).toBe(true)
  expect(isStale(0, 3000, 500)).toBe(false)
})
