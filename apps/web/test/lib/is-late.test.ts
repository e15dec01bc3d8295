import type { Status } from '@podium/contracts'
import { expect, test } from 'vitest'
import { isLate } from '../../src/lib/is-late.ts'
import { statusWith } from '../support/status.ts'

const at = (seconds: number) => Date.parse('2026-11-21T12:00:00Z') + seconds * 1000
const next = (next_attempt_at: string | null): Status => {
  const [source] = statusWith({}).sources
  return statusWith({ sources: source === undefined ? [] : [{ ...source, next_attempt_at }] })
}

test.each([
  ['before the next read', 9, 0, false],
  ['while the next read may still be on its way', 11, 0, false],
  ['when its answer should have been told', 12.1, 0, true],
  ['when it has just been asked for', 12.1, 11, false],
  ['a poll interval after it was asked for in vain', 21.1, 11, true],
])('%s', (_, now, askedAt, late) => {
  const status = next('2026-11-21T12:00:10Z')
  expect(isLate(status, { now: at(now), askedAt: at(askedAt) })).toBe(late)
})

test('before the first read has ended it is asked for once in a poll interval', () => {
  expect(isLate(next(null), { now: at(9), askedAt: at(0) })).toBe(false)
  expect(isLate(next(null), { now: at(10.1), askedAt: at(0) })).toBe(true)
})
