import { getRequestListener } from '@hono/node-server'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { refuseBroken } from './broken-request.ts'
import type { Door } from './middleware/door.ts'
import type { StandardHeaders } from './security-headers.ts'
import type { Front } from './front.ts'
import { mostHeaderBytes } from './limits.ts'
import { createQuickDoor, type Asked } from './quick-door.ts'
import type { Served } from './routes/route.ts'
import type { Watch } from './middleware/access-log.ts'

const graceMs = 400

export type Listening = { address: string; close: () => Promise<void> }

export type Chain = {
  door: Door
  front?: Front
  watch?: Watch
  /** On what is answered before the door. */
  headers?: StandardHeaders
  app: { fetch: (request: Request, env: Served['Bindings']) => Response | Promise<Response> }
}

/** Serves what the chain answers; rejects with the system's error where the port cannot be had. */
export async function listen(chain: Chain, at: { host: string; port: number }): Promise<Listening> {
  const server = createServer(
    {
      // A missing host is the door's to refuse, in words.
      requireHostHeader: false,
      // Who has no body to send is not waited for: nearly all requests.
      optimizeEmptyRequests: true,
      headersTimeout: 10_000,
      requestTimeout: 30_000,
      maxHeaderSize: mostHeaderBytes,
    },
    answering(chain),
  )
  server.on('clientError', refuseBroken(chain.headers ?? {}, chain.watch?.broken))
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(at.port, at.host, resolve)
  })
  const bound = server.address()
  const port = typeof bound === 'object' && bound !== null ? bound.port : at.port
  const host = at.host.includes(':') ? `[${at.host}]` : at.host
  return { address: `http://${host}:${port}`, close: () => closeGently(server) }
}

/** Lets answers in flight finish, then cuts what is left: idle and half-open sockets never end by themselves. */
async function closeGently(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  server.closeIdleConnections()
  const cut = setTimeout(() => server.closeAllConnections(), graceMs)
  await closed
  clearTimeout(cut)
}

/** The door knows who asks, the front answers what is ready, the routes answer the rest; the watch counts them all. */
function answering({ door, front, watch, app }: Chain) {
  const admit = createQuickDoor(door)
  const served = new WeakMap<object, Served['Bindings']>()
  const route = getRequestListener((request, { incoming }) => {
    const bindings = served.get(incoming)
    if (bindings === undefined) throw new Error('nobody passed the door')
    served.delete(incoming)
    return app.fetch(request, bindings)
  })
  function answer(
    incoming: IncomingMessage,
    outgoing: ServerResponse,
    admitted: Asked | null,
    begun?: number,
  ) {
    const ready = admitted === null ? null : front?.(incoming, outgoing, admitted)
    if (ready) {
      watch?.ready(incoming, ready)
      return
    }
    const requestId = watch?.follow(incoming, outgoing, begun ?? performance.now())
    if (admitted === null) return
    // On the raw response and before the handler: headers set afterwards make Hono copy the answer.
    outgoing.setHeader('cache-control', 'no-store')
    if (requestId !== undefined) outgoing.setHeader('x-request-id', requestId)
    for (const name in admitted.headers) outgoing.setHeader(name, admitted.headers[name] ?? '')
    served.set(incoming, { incoming, outgoing, visitor: admitted.visitor })
    void route(incoming, outgoing)
  }
  return (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const admitted = admit(incoming, outgoing)
    if (!(admitted instanceof Promise)) {
      answer(incoming, outgoing, admitted)
      return
    }
    const begun = performance.now()
    void admitted.then((later) => answer(incoming, outgoing, later, begun))
  }
}
