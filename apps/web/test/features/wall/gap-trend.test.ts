import { expect, test } from 'vitest'
import { gapTrend, remembered, type Standing } from '../../../src/features/wall/gap-trend.ts'

const minute = 60_000
const standing = (minutes: number, above: number, below: number): Standing => ({
  at: minutes * minute,
  values: new Map([
    ['above', above],
    ['below', below],
  ]),
})
const trend = (memory: Standing[], now: Standing) => gapTrend(memory, now, 'above', 'below')

test.each([
  { now: standing(6, 130, 100), is: 'grows' },
  { now: standing(6, 110, 100), is: 'shrinks' },
  { now: standing(6, 120.1, 100), is: null },
  // In between they have changed places.
  { now: standing(6, 100, 110), is: null },
  { now: standing(0.5, 150, 100), is: null },
] as const)('a gap of 20, at minute $now.at: $is', ({ now, is }) => {
  expect(trend([standing(0, 120, 100)], now)).toBe(is)
})

test('it compares with five minutes ago, and right after the start with what there is', () => {
  const memory = [standing(0, 120, 100), standing(4, 150, 100)]
  expect(trend(memory, standing(6, 130, 100))).toBe('grows')
  expect(trend(memory, standing(9, 130, 100))).toBe('shrinks')
  expect(trend([standing(0, 120, 100)], standing(2, 130, 100))).toBe('grows')
})

test('of a team that was not there nothing is known', () => {
  expect(gapTrend([standing(0, 120, 100)], standing(6, 130, 100), 'new', 'below')).toBeNull()
})

test('memory is short, and not of every second', () => {
  let memory: readonly Standing[] = []
  for (let second = 0; second <= 3600; second += 5)
    memory = remembered(memory, standing(second / 60, 120, 100))
  expect(memory.length).toBeLessThanOrEqual(31)
  expect(memory[0]?.at).toBeGreaterThanOrEqual(50 * minute)
})
