import { expect, test } from 'vitest'
import type { DayRange } from '../../src/domain/span.ts'
import { planDays, unreadDays } from '../../src/collect/plan-days.ts'

const at = (text: string) => Date.parse(text)

/** Days with the instant of their last read; every other day has not been read. */
const plan = (
  now: string,
  reads: Record<string, string>,
  historyDays = 3,
  wanted: readonly DayRange[] = [],
) => {
  const lastReadAt = (day: string) => (reads[day] === undefined ? null : at(reads[day]))
  return planDays({ now: at(now), historyDays, lastReadAt, wanted })
}
const allRead = {
  '2026-11-20': '2026-11-21T11:58:00Z',
  '2026-11-19': '2026-11-21T11:30:00Z',
  '2026-11-18': '2026-11-20T00:00:05Z',
}

test('the first polls read today and the past, newest first, a day each', () => {
  expect(plan('2026-11-21T12:00:00Z', {})).toEqual(['2026-11-21', '2026-11-20'])
  const yesterday = { '2026-11-20': '2026-11-21T12:00:00Z' }
  expect(plan('2026-11-21T12:00:10Z', yesterday)).toEqual(['2026-11-21', '2026-11-19'])
})

test('of the past, what somebody looks at is read first after yesterday, and no day more with a poll', () => {
  const wanted = [
    { from: '2026-11-01', to: '2026-11-02' },
    { from: '2026-10-01', to: '2026-11-12' },
  ]
  const reads: Record<string, string> = {}
  const past: string[] = []
  for (let poll = 0; poll < 20; poll += 1) {
    const now = `2026-11-21T12:00:${String(poll).padStart(2, '0')}Z`
    const days = plan(now, reads, 15, wanted)
    expect(days).toHaveLength(past.length < 15 ? 2 : 1)
    for (const day of days.slice(1)) past.push(day)
    for (const day of days) reads[day] = now
  }
  // Of the first span nothing is in the history, of the second one its newest days.
  expect(past).toEqual(
    ['20', '12', '11', '10', '09', '08', '07', '06', '19', '18', '17', '16', '15', '14', '13'].map(
      (day) => `2026-11-${day}`,
    ),
  )
})

test('when all is read, a poll is today alone', () => {
  expect(plan('2026-11-21T12:00:00Z', allRead)).toEqual(['2026-11-21'])
})

test('until two in the morning yesterday is read every time, later every five minutes', () => {
  const read = (last: string) => ({ '2026-11-20': last })
  const eve = (now: string, last: string) => plan(now, read(last), 1)
  expect(eve('2026-11-21T01:59:00Z', '2026-11-21T01:58:50Z')).toEqual([
    ...['2026-11-21', '2026-11-20'],
  ])
  expect(eve('2026-11-21T02:04:40Z', '2026-11-21T01:59:50Z')).toEqual(['2026-11-21'])
  expect(eve('2026-11-21T23:05:00Z', '2026-11-21T22:59:50Z')).toEqual([
    ...['2026-11-21', '2026-11-20'],
  ])
})

test('the day before yesterday is looked at every hour', () => {
  const read = (last: string) => ({ ...allRead, '2026-11-19': last })
  expect(plan('2026-11-21T12:00:00Z', read('2026-11-21T11:00:10Z'))).toEqual(['2026-11-21'])
  expect(plan('2026-11-21T12:00:00Z', read('2026-11-21T10:59:50Z'))).toEqual([
    ...['2026-11-21', '2026-11-19'],
  ])
})

test('over a day, late writes cost one call in thirty polls', () => {
  const reads = new Map([
    ['2026-11-20', at('2026-11-21T01:59:50Z')],
    ['2026-11-19', at('2026-11-21T01:59:50Z')],
  ])
  const lastReadAt = (day: string) => reads.get(day) ?? null
  let polls = 0
  let calls = 0
  for (let now = at('2026-11-21T02:00:00Z'); now < at('2026-11-22T00:00:00Z'); now += 10_000) {
    polls += 1
    for (const day of planDays({ now, historyDays: 2, lastReadAt })) {
      if (day === '2026-11-20') calls += 1
      reads.set(day, now)
    }
  }
  expect(polls / calls).toBeGreaterThan(29)
})

test('without history only today is read', () => {
  expect(plan('2026-11-21T12:00:00Z', {}, 0)).toEqual(['2026-11-21'])
})

test('what is left of the past is counted', () => {
  const lastReadAt = (day: string) => (day === '2026-11-20' ? 1 : null)
  expect(unreadDays({ now: at('2026-11-21T12:00:00Z'), historyDays: 400, lastReadAt })).toBe(399)
})

test('a day whose last read lies in the future is read: the clock was set back', () => {
  const read = { ...allRead, '2026-11-20': '2026-11-21T15:00:00Z' }
  expect(plan('2026-11-21T12:00:00Z', read)).toEqual(['2026-11-21', '2026-11-20'])
})
