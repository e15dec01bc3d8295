import { expect, test } from 'vitest'
import { parseDateRange } from '../../src/analytics/date-range.ts'

const now = Date.parse('2026-11-21T23:30:00Z')
const parse = (start_date?: string, end_date?: string) =>
  parseDateRange({ start_date, end_date }, now)
const range = (start: string, end: string) => ({ ok: true, range: { start, end } })

test('without dates it is yesterday and today', () => {
  expect(parse()).toEqual(range('2026-11-20', '2026-11-21'))
})

test('an end alone brings the day before it', () => {
  expect(parse(undefined, '2026-03-01')).toEqual(range('2026-02-28', '2026-03-01'))
})

test('tomorrow is taken for today, because east of UTC it is', () => {
  expect(parse('2026-11-21', '2026-11-22')).toEqual(range('2026-11-21', '2026-11-21'))
})

test.each([
  ['2026-02-30', '2026-11-21', 'start_date'],
  ['2026-11-20', '2026-11-23', 'end_date'],
  ['2026-11-21', '2026-11-20', 'start_date'],
  ['2025-10-17', '2026-11-21', 'start_date'],
  ['20261120', '2026-11-21', 'start_date'],
  ['+002026-11-20', '2026-11-21', 'start_date'],
  ['２０２６-11-20', '2026-11-21', 'start_date'],
  ['2026-11-20', '', 'end_date'],
])('%s to %s is refused because of %s', (start, end, parameter) => {
  expect(parse(start, end)).toMatchObject({ ok: false, parameter })
})

test('400 days are allowed, 401 are not', () => {
  expect(parse('2025-10-18', '2026-11-21')).toMatchObject({ ok: true })
  expect(parse('2025-10-17', '2026-11-21')).toMatchObject({ ok: false })
})
