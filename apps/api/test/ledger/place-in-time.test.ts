import { expect, test } from 'vitest'
import { placeInTime } from '../../src/ledger/place-in-time.ts'
import { at, day } from '../support/ledger/cells.ts'

const pollMs = 10_000

/** The place of what a read shows that came after another: `start width reason`. */
function place(last: string | null, now: string, every = pollMs): string {
  const lastRead =
    last === null
      ? null
      : { startedAt: at(last), finishedAt: at(last), source: 'aggregated' as const }
  const { start, width, reason } = placeInTime(day, lastRead, { startedAt: at(now) }, every)
  const clock = new Date(start * 1000).toISOString().slice(11, 16)
  return `${clock} ${width} ${reason ?? 'placed'}`
}

test.each([
  ['ten seconds are the minute of arrival', '11:00:55', '11:01:05', '11:01 1 placed'],
  ['a whole minute still is', '11:00:05', '11:01:05', '11:01 1 placed'],
  ['four minutes are the quarter of arrival', '11:13:00', '11:17:00', '11:15 15 placed'],
  ['seven minutes within a quarter are that quarter', '11:01:00', '11:08:00', '11:00 15 placed'],
  ['up to its very end', '11:01:00', '11:15:00', '11:00 15 placed'],
  ['seven minutes across quarters are the hour', '11:10:00', '11:17:00', '11:00 60 placed'],
  ['across hours they are a gap', '11:55:00', '12:05:00', '00:00 1440 gap'],
  ['an hour and a half is a gap', '11:00:00', '12:30:00', '00:00 1440 gap'],
])('%s', (_, last, now, expected) => {
  expect(place(last, now)).toBe(expected)
})

test.each([
  ['the first read of a day covers it from midnight', '00:00:07', '00:00 1 placed'],
  ['as a quarter', '00:12:00', '00:00 15 placed'],
  ['or as an hour', '00:40:00', '00:00 60 placed'],
  ['or not at all', '11:00:00', '00:00 1440 baseline'],
  ['and not after its end either', '24:05:00', '00:00 1440 baseline'],
  ['nor long after', '96:00:00', '00:00 1440 baseline'],
])('%s', (_, now, expected) => {
  expect(place(null, now)).toBe(expected)
})

test.each([
  ['what arrives after midnight sits in the last minute', '23:59:55', '24:00:05', '23:59 1 placed'],
  ['also between two reads after midnight', '24:02:00', '24:02:10', '23:59 1 placed'],
  ['up to a quarter of an hour later', '24:14:50', '24:15:00', '23:59 1 placed'],
  ['then it is late', '24:14:55', '24:15:05', '00:00 1440 late'],
  ['a short gap over midnight is the last quarter', '23:50:00', '24:04:00', '23:45 15 placed'],
  ['a longer one is a gap', '23:50:00', '24:20:00', '00:00 1440 gap'],
])('%s', (_, last, now, expected) => {
  expect(place(last, now)).toBe(expected)
})

test('two slow polls are no gap', () => {
  expect(place('11:50:00', '11:59:00', 300_000)).toBe('11:45 15 placed')
  expect(place('11:55:00', '12:04:00', 300_000)).toBe('12:00 15 placed')
})

test('a read before its day began is the first minute', () => {
  expect(place('-1', '-1')).toBe('00:00 1 placed')
})
