import { expect, test } from 'vitest'
import { periodBefore } from '../../src/analytics/period-before.ts'
import { resolveWindow, type AskedWindow } from '../../src/analytics/window.ts'

const now = '2026-11-21T14:02:20Z'

/** The period before, of what is asked at an instant; the end of that minute is as far as it has come. */
function before(asked: Partial<AskedWindow>, at = now): [string, string, string] {
  const resolved = resolveWindow({ tz: 'UTC', ...asked }, Date.parse(at))
  if (!resolved.ok) throw new Error(resolved.detail)
  const minute = (Math.floor(Date.parse(at) / 60_000) + 1) * 60
  const { from, to, basis } = periodBefore(resolved.window, Math.min(minute, resolved.window.to))
  const text = (seconds: number) => new Date(seconds * 1000).toISOString().slice(0, 16)
  return [text(from), text(to), basis]
}

test.each([
  [
    'today is compared with yesterday up to now',
    { range: 'today' },
    '2026-11-20T00:00',
    '2026-11-20T14:03',
  ],
  ['in the zone', { range: 'today', tz: 'Europe/Berlin' }, '2026-11-19T23:00', '2026-11-20T14:03'],
  ['seven days with the seven before', { range: '7d' }, '2026-11-08T00:00', '2026-11-14T14:03'],
  ['hours with the hours before', { range: '1h' }, '2026-11-21T12:03', '2026-11-21T13:03'],
  ['24 hours likewise', { range: '24h' }, '2026-11-19T14:03', '2026-11-20T14:03'],
  [
    'days that are over, with as many',
    { from: '2026-11-18', to: '2026-11-19' },
    '2026-11-16T00:00',
    '2026-11-18T00:00',
  ],
  [
    'instants with as long a span',
    { from: '2026-11-21T09:00:00Z', to: '2026-11-21T11:30:00Z' },
    '2026-11-21T06:30',
    '2026-11-21T09:00',
  ],
] as const)('%s', (_name, asked, from, to) => {
  const [start, end] = before(asked)
  expect([start, end]).toEqual([from, to])
})

test('a span that has not begun is compared as a whole', () => {
  const evening = { from: '2026-11-21T20:00:00Z', to: '2026-11-21T22:00:00Z' }
  expect(before(evening)).toEqual(['2026-11-21T18:00', '2026-11-21T20:00', 'minutes'])
})

test('where the clocks changed, the same time of the day counts', () => {
  const sunday = '2026-10-25T14:02:20Z'
  const berlin = { range: 'today', tz: 'Europe/Berlin' } as const
  expect(before(berlin, sunday)).toEqual(['2026-10-23T22:00', '2026-10-24T13:03', 'minutes'])
  expect(before({ from: '2026-10-25', to: '2026-10-25', tz: 'Europe/Berlin' })).toEqual([
    ...['2026-10-23T22:00', '2026-10-24T22:00', 'minutes'],
  ])
})

test('whole UTC days are compared with whole UTC days', () => {
  expect(before({ from: '2026-11-19', to: '2026-11-20' })[2]).toBe('days')
})
