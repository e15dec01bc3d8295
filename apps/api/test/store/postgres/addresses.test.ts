import { expect, test } from 'vitest'
import { hostsOf, parseAddresses } from '../../../src/store/postgres/addresses.ts'

test('several hosts are several addresses, of which a standby is none', () => {
  expect(parseAddresses('postgres://me:secret@h1:5433,h2/db?sslmode=require')).toEqual({
    urls: [
      'postgres://me:secret@h1:5433/db?sslmode=require',
      'postgres://me:secret@h2/db?sslmode=require',
    ],
    isPrimaryNeeded: true,
  })
})

test.each([
  ['', false],
  ['?target_session_attrs=any', false],
  ['?target_session_attrs=primary', true],
  ['?target_session_attrs=read-write', true],
])('of one host with %j, whether it must take writes is %s', (after, isPrimaryNeeded) => {
  expect(parseAddresses(`postgres://h1/db${after}`)).toEqual({
    urls: ['postgres://h1/db'],
    isPrimaryNeeded,
  })
})

test.each([
  'postgres://h1,/db',
  'postgres://,h2/db',
  'postgres:///db',
  'mysql://h1/db',
  'postgres://h1,h2/db?target_session_attrs=standby',
])('%s is no address to write to', (url) => {
  expect(parseAddresses(url)).toBeNull()
})

test('of an address the hosts are told, and nothing else', () => {
  expect(hostsOf('postgres://me:secret@h1:5433,h2/db')).toBe('h1:5433, h2')
})
