import { expect, test } from 'vitest'
import { readRetryAfter } from '../../src/errors/retry-after.ts'

const now = Date.parse('2026-11-21T10:00:00Z')

test.each([
  ['1', 1_000],
  ['0', 0],
  [' 2.5 ', 2_500],
  ['86400', 300_000],
  ['Sat, 21 Nov 2026 10:00:30 GMT', 30_000],
  ['Sat, 21 Nov 2026 09:00:00 GMT', 0],
  ['Fri, 01 Jan 2100 00:00:00 GMT', 300_000],
  ['-5', undefined],
  ['soon', undefined],
  ['2026', 300_000],
  ['Mon, 99 Foo 2026 10:00:30 GMT', undefined],
  ['', undefined],
  [null, undefined],
])('%s is a wait of %s ms', (header, delay) => {
  expect(readRetryAfter(header, now)).toBe(delay)
})
