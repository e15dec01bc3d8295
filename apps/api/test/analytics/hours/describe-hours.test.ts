import { expect, test } from 'vitest'
import { describeHours } from '../../../src/analytics/hours/describe-hours.ts'
import { localHours } from '../../../src/analytics/hours/local-hours.ts'
import type { Width } from '../../../src/domain/placement.ts'

const at = (instant: string) => Date.parse(instant) / 1000
const part = (instant: string, width: Width, amount: number, isPlaced = true) => ({
  model: null,
  start: at(instant),
  width,
  isPlaced,
  amount,
})
const asked = (from: string, to: string, tz: string) => ({
  window: { from: at(from), to: at(to), tz },
  coverage: null,
})
const filled = (cells: (number | null)[][]) =>
  cells.flatMap((row, weekday) =>
    row.flatMap((value, hour) => (value === null ? [] : [[weekday, hour, value]])),
  )

test('the day on which clocks go back has an hour twice, and one cell for both', () => {
  const hours = localHours(
    { from: at('2026-10-24T22:00:00Z'), to: at('2026-10-25T23:00:00Z') },
    'Europe/Berlin',
  )
  expect(hours.length).toBe(25)
  expect(hours.map(({ hour }) => hour).slice(0, 5)).toEqual([0, 1, 2, 2, 3])
  const { cells } = describeHours({
    ...asked('2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z', 'Europe/Berlin'),
    parts: [part('2026-10-25T00:00:00Z', 60, 5), part('2026-10-25T01:00:00Z', 60, 7)],
  })
  expect(filled(cells)).toEqual([[6, 2, 12]])
})

test('a zone beside the full hour takes quarters, and what lies in two of its hours is not placed', () => {
  const { cells, unplaced_total } = describeHours({
    ...asked('2026-11-15T18:15:00Z', '2026-11-16T18:15:00Z', 'Asia/Kathmandu'),
    parts: [part('2026-11-16T00:15:00Z', 15, 5), part('2026-11-16T00:00:00Z', 60, 7)],
  })
  expect(filled(cells)).toEqual([[0, 6, 5]])
  expect(unplaced_total).toBe(7)
})

test('an hour that was watched and quiet is 0, one that nobody watched is not known', () => {
  const { cells, unplaced_total } = describeHours({
    ...asked('2026-11-16T00:00:00Z', '2026-11-17T00:00:00Z', 'UTC'),
    coverage: {
      first: 1000 * at('2026-11-16T09:00:00Z'),
      last: 1000 * at('2026-11-16T11:30:00Z'),
      gaps: [],
    },
    parts: [part('2026-11-16T10:00:00Z', 60, 3), part('2026-11-16T00:00:00Z', 1440, 50, false)],
  })
  expect(filled(cells)).toEqual([
    [0, 9, 0],
    [0, 10, 3],
    [0, 11, 0],
  ])
  expect(unplaced_total).toBe(50)
})
