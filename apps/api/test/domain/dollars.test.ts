import fc from 'fast-check'
import { expect, test } from 'vitest'
import { noCounters, sum } from '../../src/domain/counters.ts'
import { roundUsd } from '../../src/domain/dollars.ts'
import { beyond } from '../../src/ledger/compare.ts'
import { onGrid } from '../../src/ledger/dollars.ts'

const booked = (spendUsd: number) => onGrid({ ...noCounters, spendUsd })

test('a decimal of nine digits is told as it is, whatever tail adding left of it', () => {
  expect(0.1 + 0.2).not.toBe(0.3)
  expect(roundUsd(0.1 + 0.2)).toBe(0.3)
  expect(roundUsd(0.22018999999999997)).toBe(0.22019)
  expect(roundUsd(1e-9)).toBe(1e-9)
  expect(roundUsd(-1e-12)).toBe(0)
  expect(roundUsd(123_456_789_012_345)).toBe(123_456_789_012_345)
  expect(roundUsd(98_765_432.1)).toBe(98_765_432.1)
})

test('what the gateway said in billionths is told to the billionth, of however many cells', () => {
  const billionths = fc.array(fc.integer({ min: 0, max: 4_000_000_000 }), { maxLength: 2000 })
  fc.assert(
    fc.property(billionths, (cells) => {
      const whole = cells.reduce((total, cell) => total + cell, 0)
      const { spendUsd } = sum(cells.map((cell) => booked(cell / 1e9)))
      expect(roundUsd(spendUsd)).toBe(whole / 1e9)
    }),
  )
})

test('a hundred thousand cells are right to the billionth', () => {
  const cells = Array.from({ length: 100_000 }, (_, index) => (index % 977) * 22_019)
  const whole = cells.reduce((total, cell) => total + cell, 0)
  expect(roundUsd(sum(cells.map((cell) => booked(cell / 1e9))).spendUsd)).toBe(whole / 1e9)
})

test('what was booked on the coarser grid of before is what the gateway still says', () => {
  for (let billionths = 1; billionths < 1_000_000_000; billionths += 7_654_321) {
    const kept = { ...noCounters, spendUsd: Math.round((billionths / 1e9) * 2 ** 36) / 2 ** 36 }
    expect(beyond(booked(billionths / 1e9), kept)).toEqual(noCounters)
    expect(roundUsd(kept.spendUsd)).toBe(billionths / 1e9)
  }
})
