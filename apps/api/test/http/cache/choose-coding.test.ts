import { expect, test } from 'vitest'
import { chooseCoding } from '../../../src/http/cache/choose-coding.ts'

test.each([
  [undefined, 'identity'],
  ['', 'identity'],
  ['gzip', 'gzip'],
  ['gzip, deflate, br, zstd', 'br'],
  ['BR;q=0.5, GZIP', 'gzip'],
  ['br;q=0, gzip;q=0.2', 'gzip'],
  ['gzip;q=0.3, identity;q=0.9', 'identity'],
  ['deflate, zstd', 'identity'],
  ['*', 'br'],
  ['*;q=0.1, br;q=0', 'gzip'],
  ['gzip; q=1.000 ', 'gzip'],
  [',,;q=1,', 'identity'],
  ['identity;q=0', null],
  ['*;q=0', null],
  ['identity;q=0, deflate', null],
])('of what is long, Accept-Encoding: %s takes %s', (accept, coding) => {
  expect(chooseCoding(accept, false)).toBe(coding)
})

test.each([
  ['gzip, br', 'identity'],
  ['identity;q=0.1, br', 'identity'],
  ['identity;q=0, gzip', 'gzip'],
  ['*;q=0, br', 'br'],
])('of what is short, Accept-Encoding: %s takes %s', (accept, coding) => {
  expect(chooseCoding(accept, true)).toBe(coding)
})
