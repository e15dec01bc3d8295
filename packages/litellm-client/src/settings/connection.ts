import { createExchange, type Exchange } from '../exchange/exchange.ts'
import { createFetchTransport } from '../transport/fetch-transport.ts'
import { createNodeTransport } from '../transport/node-transport.ts'
import { parseKey } from './api-key.ts'
import { parseAddress } from './gateway-address.ts'
import { type ConnectionOptions, positive } from './options.ts'

/** Checks everything a factory was given; no value ever appears in what is thrown. */
export function createConnection(
  options: ConnectionOptions,
  key: string,
  keyName: string,
): Exchange {
  const { baseUrl, fetch, ca, proxyUrl, deadlineMs, maxBytes } = options
  return createExchange({
    address: parseAddress(baseUrl),
    key: parseKey(key, keyName),
    deadlineMs: positive(deadlineMs, 30_000, 'deadlineMs'),
    maxBytes: positive(maxBytes, 64 * 1024 * 1024, 'maxBytes'),
    transport:
      fetch === undefined ? createNodeTransport({ ca, proxyUrl }) : createFetchTransport(fetch),
  })
}
