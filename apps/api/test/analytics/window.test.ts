import { describe, expect, it, test } from 'vitest'
import { partialDays, resolveWindow, type AskedWindow } from '../../src/analytics/window.ts'

const now = Date.parse('2026-11-21T12:34:56Z')

function resolve(asked: Partial<AskedWindow>, at = now) {
  const resolved = resolveWindow({ tz: 'UTC', ...asked }, at)
  if (!resolved.ok) throw new Error(resolved.detail)
  const { from, to, until, ...rest } = resolved.window
  const text = (seconds: number) => new Date(seconds * 1000).toISOString().slice(0, 16)
  return { ...rest, from: text(from), to: text(to), until: until && text(until / 1000) }
}

function refusal(asked: Partial<AskedWindow>) {
  const resolved = resolveWindow({ tz: 'UTC', ...asked }, now)
  return resolved.ok ? null : resolved.parameter
}

describe('a window', () => {
  it('of hours ends with this minute and moves with it', () => {
    expect(resolve({ range: '1h' })).toEqual({
      from: '2026-11-21T11:35',
      to: '2026-11-21T12:35',
      tz: 'UTC',
      basis: 'minutes',
      until: '2026-11-21T12:35',
      days: { from: '2026-11-21', to: '2026-11-21' },
    })
    expect(resolve({ range: '24h' }).days).toEqual({ from: '2026-11-20', to: '2026-11-21' })
  })

  it('of UTC days is made of whole ones, today included, and moves at midnight', () => {
    expect(resolve({ range: '7d' })).toEqual({
      from: '2026-11-15T00:00',
      to: '2026-11-22T00:00',
      tz: 'UTC',
      basis: 'days',
      until: '2026-11-22T00:00',
      days: { from: '2026-11-15', to: '2026-11-21' },
    })
    expect(resolve({})).toEqual(resolve({ range: 'today' }))
  })

  it('without an end lasts to the end of today', () => {
    expect(resolve({ from: '2026-11-20' })).toMatchObject({ to: '2026-11-22T00:00' })
  })

  it('of given days holds both of them and never moves once it is over', () => {
    const asked = { from: '2026-11-19', to: '2026-11-20' }
    expect(resolve(asked)).toMatchObject({
      from: '2026-11-19T00:00',
      to: '2026-11-21T00:00',
      until: null,
    })
  })

  it('of given instants is widened to whole minutes', () => {
    const asked = { from: '2026-11-21T10:00:30+01:00', to: '2026-11-21T10:07:30.5Z' }
    expect(resolve(asked)).toMatchObject({ from: '2026-11-21T09:00', to: '2026-11-21T10:08' })
  })

  it('may end later today, as a workshop does, but not after today', () => {
    const from = '2026-11-21T09:00:00Z'
    const to = (instant: string) => resolve({ from, to: instant })
    expect(to('2026-11-21T17:00:00Z')).toMatchObject({ to: '2026-11-21T17:00', until: null })
    expect(to('2026-11-29T17:00:00Z')).toMatchObject({
      to: '2026-11-22T00:00',
      until: '2026-11-22T00:00',
    })
  })

  it.each([
    [
      'a shorter day in spring',
      'Europe/Berlin',
      '2026-03-29',
      '2026-03-28T23:00',
      '2026-03-29T22:00',
    ],
    [
      'a longer day in autumn',
      'Europe/Berlin',
      '2026-10-25',
      '2026-10-24T22:00',
      '2026-10-25T23:00',
    ],
    [
      'a zone of 45 minutes',
      'Asia/Kathmandu',
      '2026-11-20',
      '2026-11-19T18:15',
      '2026-11-20T18:15',
    ],
    [
      'a change of half an hour',
      'Australia/Lord_Howe',
      '2026-10-04',
      '2026-10-03T13:30',
      '2026-10-04T13:00',
    ],
    [
      'a day without its midnight',
      'Africa/Cairo',
      '2026-04-24',
      '2026-04-23T22:00',
      '2026-04-24T21:00',
    ],
  ])('knows %s', (_, tz, date, from, to) => {
    expect(resolve({ from: date, to: date, tz })).toMatchObject({ from, to, basis: 'minutes' })
  })

  it('of today is the zone’s, not UTC’s', () => {
    const late = Date.parse('2026-11-21T23:30:00Z')
    expect(resolve({ range: 'today', tz: 'Asia/Tokyo' }, late)).toMatchObject({
      from: '2026-11-21T15:00',
      to: '2026-11-22T15:00',
    })
  })

  it('has 400 days at most, whatever the clocks do meanwhile', () => {
    expect(refusal({ from: '2025-10-18', tz: 'Europe/Berlin' })).toBeNull()
    expect(refusal({ from: '2025-10-17', tz: 'Europe/Berlin' })).toBe('from')
  })
})

describe('what cannot be a window is refused by the name of its parameter:', () => {
  it.each<[string, Partial<AskedWindow>]>([
    ['tz', { tz: 'Mars/Olympus' }],
    ['tz', { tz: '+02:00' }],
    ['tz', { tz: '' }],
    ['range', { range: '1h', from: '2026-11-20' }],
    ['range', { range: 'today', to: '2026-11-20' }],
    ['from', { to: '2026-11-20' }],
    ['from', { from: '2026-02-30' }],
    ['from', { from: '2026-02-30T10:00:00Z' }],
    ['from', { from: '2026-11-20T10:00:00' }],
    ['from', { from: '2026-11-20T25:00:00Z' }],
    ['from', { from: 'yesterday' }],
    ['from', { from: '' }],
    ['from', { from: '2026-11-22' }],
    ['from', { from: '2026-11-20', to: '2026-11-19' }],
    ['from', { from: '2026-11-20T10:00:00Z', to: '2026-11-20T10:00:00Z' }],
    ['from', { from: '2024-01-01' }],
    ['to', { from: '2026-11-20', to: 'later' }],
  ])('%s in %j', (parameter, asked) => {
    expect(refusal(asked)).toBe(parameter)
  })
})

test('the days of which a window holds only a part are its first and last, unless they are whole', () => {
  const at = (text: string) => Date.parse(`${text}Z`) / 1000
  const partial = (from: string, to: string) => partialDays({ from: at(from), to: at(to) })
  expect(partial('2026-11-19T00:00', '2026-11-21T00:00')).toEqual([])
  expect(partial('2026-11-19T22:00', '2026-11-21T00:00')).toEqual(['2026-11-19'])
  expect(partial('2026-11-19T22:00', '2026-11-21T22:00')).toEqual(['2026-11-19', '2026-11-21'])
  expect(partial('2026-11-19T09:00', '2026-11-19T17:00')).toEqual(['2026-11-19'])
})
