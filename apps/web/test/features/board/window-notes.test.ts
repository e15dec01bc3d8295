import { expect, test } from 'vitest'
import { dayAfter, isOtherSpan, shownPercent } from '../../../src/features/board/window-notes.ts'

const whole = { basis: 'days', from: '2026-11-21T00:00:00.000Z', tz: 'UTC' } as const

test.each([
  ['whole days of another zone', whole, { range: 'today', tz: 'Europe/Berlin' }, true],
  ['whole days in place of an hour', whole, { range: '1h', tz: 'UTC' }, true],
  ['today in UTC', whole, { range: 'today', tz: 'UTC' }, false],
  [
    'today in London',
    { ...whole, tz: 'Europe/London' },
    { range: 'today', tz: 'Europe/London' },
    false,
  ],
  ['minutes', { ...whole, basis: 'minutes' }, { range: '1h', tz: 'UTC' }, false],
  ['what begins elsewhere', whole, { from: '2026-11-21T09:00:00Z', to: 'x', tz: 'UTC' }, true],
] as const)('%s: whether the span is another one', (_, window, asked, isOther) => {
  expect(isOtherSpan(window, asked)).toBe(isOther)
})

test('what is missing is never rounded away', () => {
  expect(shownPercent(0.97)).toBe(3)
  expect(shownPercent(0.00001)).toBe(99.9)
  expect(dayAfter('2026-11-30')).toBe('2026-12-01T00:00:00.000Z')
})
