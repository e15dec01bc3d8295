import { expect, test } from 'vitest'
import { words as german } from '../../src/i18n/messages/de/index.ts'
import { words as english } from '../../src/i18n/messages/en/index.ts'
import { createFormat } from '../../src/lib/format.ts'

const en = createFormat('en', english.units, 'UTC')
const de = createFormat('de', german.units, 'Europe/Berlin')

test.each([
  [0, '0', ''],
  [999, '999', ''],
  [1000, '1.00', 'k'],
  [149_400, '149', 'k'],
  [999_600, '1.00', 'M'],
  [3_840_000, '3.84', 'M'],
  [21_000_000, '21.0', 'M'],
  [2_500_000_000, '2.50', 'B'],
  [-3_840_000, '-3.84', 'M'],
])('%i is %s %s', (count, value, unit) => {
  expect(en.compact(count)).toEqual({ value, unit })
})

test('German has its own comma and its own billions', () => {
  expect(de.compact(2_500_000_000)).toEqual({ value: '2,50', unit: 'Mrd.' })
  expect(de.count(1_234_567)).toBe('1.234.567')
  expect(de.usd(4.5)).toBe('4,50\u00A0$')
  expect(de.usdAround('21,0')).toBe('21,0\u00A0$')
  expect(de.utcDay('2026-11-21')).toBe('21.11.2026')
})

test('money shows cents, and more where there is less than a cent', () => {
  expect([4.5, 0, 0.0042, 1234.567].map(en.usd)).toEqual([
    ...['$4.50', '$0.00', '$0.0042', '$1,234.57'],
  ])
  expect(en.exactUsd(0.004251)).toBe('$0.004251')
})

test('an instant is told in the zone that was asked for', () => {
  const instant = Date.parse('2026-11-21T13:03:20Z')
  expect([en.clock(instant), de.clock(instant)]).toEqual(['13:03:20', '14:03:20'])
  expect(de.timeZone).toBe('Europe/Berlin')
})

test('an age is coarse and never negative', () => {
  expect([-5000, 0, 4400, 99_000, 100_000, 5_940_000, 7_200_000].map(en.age)).toEqual([
    ...['0 s', '0 s', '4 s', '99 s', '2 min', '99 min', '2 h'],
  ])
})
