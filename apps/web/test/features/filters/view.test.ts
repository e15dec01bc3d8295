import { expect, test } from 'vitest'
import { addressOf, nextPreset, viewOf, windowOf } from '../../../src/features/filters/view.ts'

test('a bare address is today in the zone of the viewer', () => {
  const view = viewOf({})
  expect(windowOf(view, 'Europe/Berlin')).toEqual({
    range: 'today',
    tz: 'Europe/Berlin',
    basis: 'auto',
    team: [],
    model: [],
    provider: [],
  })
  expect(Object.values(addressOf(view)).every((value) => value === undefined)).toBe(true)
})

test('an address says what differs from that, and is read back as the same view', () => {
  const view = viewOf({ range: '7d', tz: 'UTC', team: ['t_a', 't_b'], model: 'gpt-5-mini' })
  expect(addressOf(view)).toMatchObject({
    range: '7d',
    tz: 'UTC',
    team: ['t_a', 't_b'],
    model: ['gpt-5-mini'],
  })
  expect(viewOf(addressOf(view))).toEqual(view)
})

test('a custom range takes the place of the presets', () => {
  const span = { from: '2026-11-21T08:00Z', to: '2026-11-21T16:00Z' }
  const view = viewOf({ ...span, range: '7d' })
  expect(view.range).toEqual(span)
  expect(addressOf(view)).toMatchObject({ ...span, range: undefined })
  expect(windowOf(view, 'UTC')).not.toHaveProperty('range')
})

test('what an address says wrongly is left out', () => {
  expect(viewOf({ range: 'forever', from: '2026-11-21', team: [null, ''] })).toEqual(viewOf({}))
})

test('a range has a shorter and a longer one, up to the ends', () => {
  expect(nextPreset('today', 1)).toBe('7d')
  expect(nextPreset('today', -1)).toBe('24h')
  expect(nextPreset('30d', 1)).toBe('30d')
  expect(nextPreset('1h', -1)).toBe('1h')
  expect(nextPreset({ from: '2026-11-21', to: '2026-11-22' }, 1)).toBe('today')
})
