import { getRequestListener } from '@hono/node-server'
import type { Hono } from 'hono'
import { createServer, type Server } from 'node:http'
import { createBrokenRequests } from './broken-request.ts'
import { mostConnections, mostHeaderBytes, mostRequestsOfConnection } from './limits.ts'
import { oneByOne } from './one-by-one.ts'
import type { Served } from './served.ts'

const graceMs = 400
/** Four heartbeats of a live stream. */
const idleMs = 60_000

type Options = {
  host: string
  port: number
  /** On what is refused before it becomes a request for the app. */
  headers: Readonly<Record<string, string>>
  onRefused: (status: number, requestId: string) => void
  /** A connection on which nothing moves for so long is cut: its client has gone, or does not read. */
  idleMs?: number
}

export type RunningServer = { address: string; close: () => Promise<void> }

/** Serves the app; rejects with the system's error where the port cannot be had. */
export async function startServer(
  app: Pick<Hono<Served>, 'fetch'>,
  { host, port, idleMs: mostIdleMs = idleMs, ...refusing }: Options,
): Promise<RunningServer> {
  const broken = createBrokenRequests(refusing)
  // Another app may take over while the server runs.
  const answer = getRequestListener((request, env) => app.fetch(request, env), {
    // A request without a host is the app's to refuse, in words.
    hostname: 'localhost',
    errorHandler: broken.answerUnreadable,
  })
  const { listener, answering } = oneByOne((incoming, outgoing) => void answer(incoming, outgoing))
  const server = createServer(
    {
      requireHostHeader: false,
      // Nearly all requests have no body: they need not wait for its end.
      optimizeEmptyRequests: true,
      headersTimeout: 10_000,
      requestTimeout: 30_000,
      maxHeaderSize: mostHeaderBytes,
    },
    listener,
  )
  server.setTimeout(mostIdleMs)
  server.maxConnections = mostConnections
  server.maxRequestsPerSocket = mostRequestsOfConnection
  server.on('clientError', (error, socket) => broken.refuse(error, socket, answering(socket)))
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ port, host, backlog: mostConnections }, resolve)
  })
  const bound = server.address()
  const name = host.includes(':') ? `[${host}]` : host
  const boundPort = typeof bound === 'object' && bound !== null ? bound.port : port
  return { address: `http://${name}:${boundPort}`, close: () => closeGently(server) }
}

/** Lets answers in flight finish, then cuts what is left: idle and half-open sockets never end by themselves. */
async function closeGently(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  server.closeIdleConnections()
  const cut = setTimeout(() => server.closeAllConnections(), graceMs)
  await closed
  clearTimeout(cut)
}
