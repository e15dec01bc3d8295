import { expect, test } from 'vitest'
import { planDays, unreadDays } from '../../src/collect/plan-days.ts'

const at = (text: string) => Date.parse(text)

/** Days with the instant of their last read; every other day has not been read. */
const plan = (now: string, reads: Record<string, string>, historyDays = 3) => {
  const lastReadAt = (day: string) => (reads[day] === undefined ? null : at(reads[day]))
  return planDays({ now: at(now), historyDays, lastReadAt })
}
const allRead = {
  '2026-11-20': '2026-11-21T11:30:00Z',
  '2026-11-19': '2026-11-21T00:00:05Z',
  '2026-11-18': '2026-11-20T00:00:05Z',
}

test('the first polls read today and the past, newest first, a day each', () => {
  expect(plan('2026-11-21T12:00:00Z', {})).toEqual(['2026-11-21', '2026-11-20'])
  const yesterday = { '2026-11-20': '2026-11-21T12:00:00Z' }
  expect(plan('2026-11-21T12:00:10Z', yesterday)).toEqual(['2026-11-21', '2026-11-19'])
})

test('when all is read, a poll is today alone', () => {
  expect(plan('2026-11-21T12:00:00Z', allRead)).toEqual(['2026-11-21'])
})

test('until two in the morning yesterday is read every time, later every hour', () => {
  const read = (last: string) => ({ ...allRead, '2026-11-20': last })
  expect(plan('2026-11-21T01:59:00Z', read('2026-11-21T01:58:50Z'))).toEqual([
    ...['2026-11-21', '2026-11-20'],
  ])
  expect(plan('2026-11-21T02:30:00Z', read('2026-11-21T01:59:50Z'))).toEqual(['2026-11-21'])
  expect(plan('2026-11-21T03:00:00Z', read('2026-11-21T01:59:50Z'))).toEqual([
    ...['2026-11-21', '2026-11-20'],
  ])
})

test('the day before yesterday is looked at once more each day', () => {
  const reads = { ...allRead, '2026-11-19': '2026-11-20T23:10:00Z' }
  expect(plan('2026-11-21T12:00:00Z', reads)).toEqual(['2026-11-21', '2026-11-19'])
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
