import { expect, test } from 'vitest'
import { clientAddress, createTrustedProxies } from '../../src/access/client-address.ts'
import { networkOf } from '../../src/config/access-checks.ts'

const networks = ['10.0.0.0/8', '::ffff:172.16.0.1/128', 'fd00::/8']
  .map(networkOf)
  .filter((network) => network !== null)
const isTrusted = createTrustedProxies(networks)

test.each([
  ['203.0.113.5', '1.1.1.1', '203.0.113.5'],
  ['10.0.0.1', undefined, '10.0.0.1'],
  ['10.0.0.1', '1.1.1.1', '1.1.1.1'],
  ['10.0.0.1', '9.9.9.9, 1.1.1.1', '1.1.1.1'],
  ['10.0.0.1', '9.9.9.9, 1.1.1.1, 10.0.0.2', '1.1.1.1'],
  ['10.0.0.1', '9.9.9.9, ::ffff:1.1.1.1, ::ffff:10.0.0.2', '1.1.1.1'],
  ['10.0.0.1', '9.9.9.9, nonsense', '10.0.0.1'],
  ['10.0.0.1', '10.0.0.3, 10.0.0.2', '10.0.0.3'],
  ['172.16.0.1', '2001:db8::7', '2001:db8::7'],
  ['fd00::1', '1.1.1.1', '1.1.1.1'],
])('from %s, forwarded for %j, it is %s', (peer, forwarded, client) => {
  expect(clientAddress(peer, forwarded, isTrusted)).toBe(client)
})
