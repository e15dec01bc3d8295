import { expect, test } from 'vitest'
import { daysBetween } from '../../src/activity/dates.ts'

test('the days of a range come oldest first, over months and a leap day', () => {
  expect(daysBetween('2028-02-28', '2028-03-01')).toEqual([
    '2028-02-28',
    '2028-02-29',
    '2028-03-01',
  ])
  expect(daysBetween('2026-12-31', '2026-12-31')).toEqual(['2026-12-31'])
  expect(daysBetween('2025-01-01', '2026-02-04')).toHaveLength(400)
})

test.each([
  ['2026-02-30', '2026-03-01'],
  ['2027-02-29', '2027-03-01'],
  ['9999-99-99', '9999-99-99'],
  ['2026-1-1', '2026-01-02'],
  ['+002026-01-01', '2026-01-02'],
  ['2026-01-01T00:00:00Z', '2026-01-02'],
  ['٢٠٢٦-٠١-٠١', '2026-01-02'],
  ['', '2026-01-02'],
  ['2026-01-02', '2026-01-01'],
  ['2025-01-01', '2026-02-05'],
])('%s to %s is no range', (from, to) => {
  expect(() => daysBetween(from, to)).toThrow(expect.objectContaining({ kind: 'input' }))
})
