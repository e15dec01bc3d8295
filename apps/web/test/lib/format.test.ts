import { expect, test } from 'vitest'
import { age, compactTokens, ordinal } from '../../src/lib/format.ts'

test.each([
  [0, '0', ''],
  [999, '999', ''],
  [1000, '1.00', 'k'],
  [149_400, '149', 'k'],
  [3_840_000, '3.84', 'M'],
  [21_000_000, '21.0', 'M'],
  [2_500_000_000, '2.50', 'B'],
])('%i tokens are %s %s', (tokens, value, unit) => {
  expect(compactTokens(tokens)).toEqual({ value, unit })
})

test('places are counted as people say them', () => {
  expect([1, 2, 3, 4, 11, 12, 13, 21, 22, 103].map(ordinal)).toEqual([
    ...['1st', '2nd', '3rd', '4th', '11th', '12th', '13th', '21st', '22nd', '103rd'],
  ])
})

test('an age is coarse and never negative', () => {
  expect([-5000, 0, 4400, 99_000, 100_000, 5_940_000, 7_200_000].map(age)).toEqual([
    ...['0 s', '0 s', '4 s', '99 s', '2 min', '99 min', '2 h'],
  ])
})
