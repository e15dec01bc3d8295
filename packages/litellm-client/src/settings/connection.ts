import { createGatewayHttp, type GatewayHttp } from '../http/client.ts'
import { createDispatcher } from '../http/dispatcher.ts'
import { parseKey } from './api-key.ts'
import { parseAddress } from './gateway-address.ts'
import { type ConnectionOptions, parsePositive, parseProxyUrl } from './options.ts'

/** Checks all options of a factory. No error shows the value of an option. */
export function createConnection(
  { baseUrl, ca, proxyUrl, deadlineMs, maxBytes }: ConnectionOptions,
  key: string,
  keyName: string,
): GatewayHttp {
  return createGatewayHttp({
    address: parseAddress(baseUrl),
    key: parseKey(key, keyName),
    deadlineMs: parsePositive(deadlineMs, 30_000, 'deadlineMs'),
    maxBytes: parsePositive(maxBytes, 64 * 1024 * 1024, 'maxBytes'),
    dispatcher: createDispatcher({ ca, proxyUrl: parseProxyUrl(proxyUrl) }),
  })
}
