import { expect, test } from 'vitest'
import { isFromThisMachine } from '../../src/access/open-viewing.ts'

function arrived(remoteAddress: string, host: string, headers: Record<string, string> = {}) {
  return { remoteAddress, host, httpVersion: '1.1', headers: new Headers({ host, ...headers }) }
}

test.each([
  ['127.0.0.1', 'localhost:4180', true],
  ['::ffff:127.0.0.1', '127.0.0.1', true],
  ['::1', '[::1]:4180', true],
  ['192.168.1.7', 'localhost:4180', false],
  ['::ffff:192.168.1.7', '127.0.0.1', false],
  ['127.0.0.1', 'board.example.org', false],
  ['127.0.0.1', '192.168.1.7', false],
])('from %s under %s: %j', (peer, host, isHere) => {
  expect(isFromThisMachine(arrived(peer, host))).toBe(isHere)
  expect(isFromThisMachine(arrived(peer, host, { 'x-forwarded-for': '127.0.0.1' }))).toBe(false)
})
