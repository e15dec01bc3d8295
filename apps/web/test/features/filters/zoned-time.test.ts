import { expect, test } from 'vitest'
import { instantAt, wallTime } from '../../../src/features/filters/zoned-time.ts'

test.each([
  ['2026-11-21T09:30', 'Europe/Berlin', '2026-11-21T08:30:00.000Z'],
  ['2026-07-01T09:30', 'Europe/Berlin', '2026-07-01T07:30:00.000Z'],
  ['2026-11-21T09:30', 'Asia/Kathmandu', '2026-11-21T03:45:00.000Z'],
  // Set back at 3 o'clock: the first of both.
  ['2026-10-25T02:30', 'Europe/Berlin', '2026-10-25T00:30:00.000Z'],
])('%s in %s is %s', (wall, zone, instant) => {
  expect(new Date(instantAt(wall, zone)).toISOString()).toBe(instant)
  expect(wallTime(Date.parse(instant), zone)).toBe(wall)
})

test('what is no time is no instant', () => {
  expect(instantAt('', 'UTC')).toBeNaN()
})
