import type { GatewayAddress } from '../settings/gateway-address.ts'
import type { OutgoingCall } from '../transport/transport.ts'

export interface Question {
  route: string
  query?: URLSearchParams | undefined
  /** Makes it a POST. */
  body?: unknown
  /** Routes without authentication are not shown the key. */
  anonymous?: boolean | undefined
  signal?: AbortSignal | undefined
}

export function outgoing(
  address: GatewayAddress,
  key: string,
  { route, query, body, anonymous }: Question,
  signal: AbortSignal,
): OutgoingCall {
  const isPost = body !== undefined
  return {
    url: address.at(route, query),
    method: isPost ? 'POST' : 'GET',
    headers: {
      accept: 'application/json',
      ...(anonymous !== true && { authorization: `Bearer ${key}` }),
      ...(isPost && { 'content-type': 'application/json' }),
    },
    body: isPost ? JSON.stringify(body) : undefined,
    signal,
  }
}
