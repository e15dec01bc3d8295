import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import type { Arrival } from '../access/arrival.ts'
import type { Visitor } from '../access/visitor.ts'

/** What the routes know of a request: its connection, where it has one, and what the middleware found out. */
export type Served = {
  Bindings: Partial<HttpBindings>
  Variables: { requestId: string; visitor: Visitor }
}

/** The connection of a request; `app.request(…)` makes one without it. */
export function connectionOf({
  env,
}: {
  env: Partial<HttpBindings> | undefined
}): Partial<HttpBindings> {
  return env ?? {}
}

const thisProcess = { remoteAddress: '127.0.0.1', localAddress: '127.0.0.1', httpVersion: '1.1' }

/** Who asks without a connection is this process itself, and names the host in the address. */
export function arrivalOf(c: Context<Served>): Arrival {
  const { headers, url } = c.req.raw
  const { incoming } = connectionOf(c)
  const host = headers.get('host')
  if (incoming === undefined) return { headers, host: host ?? new URL(url).host, ...thisProcess }
  const { remoteAddress, localAddress } = incoming.socket
  return { headers, host, remoteAddress, localAddress, httpVersion: incoming.httpVersion }
}
