import { expect, test } from 'vitest'
import { createNegotiator, negotiate } from '../../../src/http/cache/choose-coding.ts'

test.each([
  [undefined, 'identity'],
  ['', 'identity'],
  ['gzip', 'gzip'],
  ['x-gzip', 'gzip'],
  ['gzip, deflate, br, zstd', 'br'],
  ['BR;q=0.5, GZIP', 'gzip'],
  ['br;q=0, gzip;q=0.2', 'gzip'],
  ['gzip;q=0.3, identity;q=0.9', 'identity'],
  ['deflate, zstd', 'identity'],
  ['*', 'br'],
  ['*;q=0.1, br;q=0', 'gzip'],
  ['gzip; q=1.000 ', 'gzip'],
  ['gzip;q=2', 'identity'],
  ['gzip;q=much', 'identity'],
  [',,;q=1,', 'identity'],
  ['identity;q=0', null],
  ['*;q=0', null],
  ['identity;q=0, deflate', null],
])('of what is long, Accept-Encoding: %s takes %s', (accept, coding) => {
  expect(negotiate(accept, false)).toBe(coding)
})

test.each([
  ['gzip, br', 'identity'],
  ['identity;q=0.1, br', 'identity'],
  ['identity;q=0, gzip', 'gzip'],
  ['*;q=0, br', 'br'],
])('of what is short, Accept-Encoding: %s takes %s', (accept, coding) => {
  expect(negotiate(accept, true)).toBe(coding)
})

test('what was parsed before is answered alike, however many others there were', () => {
  const again = createNegotiator()
  for (let index = 0; index < 1000; index += 1) again(`gzip;q=0.${index % 999}`, false)
  for (const isSmall of [true, false])
    for (const accept of [undefined, 'br', 'gzip, br', 'identity;q=0'])
      for (let times = 0; times < 2; times += 1)
        expect(again(accept, isSmall)).toBe(negotiate(accept, isSmall))
})
