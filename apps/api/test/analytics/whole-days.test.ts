import { expect, test } from 'vitest'
import { wholeDays } from '../../src/analytics/whole-days.ts'
import { resolveWindow, type AskedWindow } from '../../src/analytics/window.ts'

function daysOf(asked: Partial<AskedWindow>, now: string) {
  const at = Date.parse(`${now}:00Z`)
  const resolved = resolveWindow({ tz: 'UTC', ...asked }, at)
  if (!resolved.ok) throw new Error(resolved.detail)
  const { days, until, basis } = wholeDays(resolved.window, at)
  expect(basis).toBe('days')
  return [days.from, days.to, until === null ? null : new Date(until).toISOString().slice(0, 16)]
}

const berlin = 'Europe/Berlin'
const west = 'America/Los_Angeles'
const east = 'Pacific/Auckland'

test.each([
  [
    'today in UTC is itself',
    {},
    '2026-11-21T12:00',
    ['2026-11-21', '2026-11-21', '2026-11-22T00:00'],
  ],
  [
    'today in Berlin',
    { tz: berlin },
    '2026-11-21T02:00',
    ['2026-11-21', '2026-11-21', '2026-11-21T23:00'],
  ],
  [
    'today in Berlin, before midnight UTC',
    { tz: berlin },
    '2026-11-20T23:30',
    ['2026-11-20', '2026-11-20', '2026-11-21T00:00'],
  ],
  [
    'today in Los Angeles',
    { tz: west },
    '2026-11-21T18:00',
    ['2026-11-21', '2026-11-21', '2026-11-22T00:00'],
  ],
  [
    'the evening in Los Angeles',
    { tz: west },
    '2026-11-22T04:00',
    ['2026-11-21', '2026-11-22', '2026-11-22T08:00'],
  ],
  [
    'today in Auckland',
    { tz: east },
    '2026-11-21T20:00',
    ['2026-11-21', '2026-11-21', '2026-11-22T00:00'],
  ],
  [
    'seven days in Berlin',
    { range: '7d', tz: berlin },
    '2026-11-21T12:00',
    ['2026-11-15', '2026-11-21', '2026-11-21T23:00'],
  ],
  [
    'an hour',
    { range: '1h' },
    '2026-11-21T15:30',
    ['2026-11-21', '2026-11-21', '2026-11-21T15:31'],
  ],
  [
    'an hour over midnight',
    { range: '1h' },
    '2026-11-21T00:20',
    ['2026-11-21', '2026-11-21', '2026-11-21T00:21'],
  ],
  [
    'days that are over',
    { from: '2026-11-10', to: '2026-11-12', tz: berlin },
    '2026-11-21T12:00',
    ['2026-11-10', '2026-11-12', null],
  ],
  [
    'an hour that is over',
    { from: '2026-11-10T22:30:00Z', to: '2026-11-10T23:30:00Z' },
    '2026-11-21T12:00',
    ['2026-11-10', '2026-11-10', null],
  ],
] as const)('%s: the UTC days that come nearest', (_, asked, now, days) => {
  expect(daysOf(asked, now)).toEqual(days)
})
