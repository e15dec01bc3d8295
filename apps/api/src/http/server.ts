import { getRequestListener } from '@hono/node-server'
import type { Hono } from 'hono'
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { createBrokenRequests } from './broken-request.ts'
import { mostHeaderBytes } from './limits.ts'
import type { Served } from './served.ts'

const graceMs = 400

type Options = {
  host: string
  port: number
  /** On what is refused before it becomes a request for the app. */
  headers: Readonly<Record<string, string>>
  onRefused: (status: number, requestId: string) => void
}

export type RunningServer = { address: string; close: () => Promise<void> }

/** Serves the app; rejects with the system's error where the port cannot be had. */
export async function startServer(
  app: Pick<Hono<Served>, 'fetch'>,
  { host, port, ...refusing }: Options,
): Promise<RunningServer> {
  const broken = createBrokenRequests(refusing)
  const answering = new WeakMap<Duplex, ServerResponse>()
  const answer = getRequestListener(app.fetch, {
    // A request without a host is the app's to refuse, in words.
    hostname: 'localhost',
    errorHandler: broken.answerUnreadable,
  })
  const server = createServer(
    {
      requireHostHeader: false,
      // Nearly all requests have no body: they need not wait for its end.
      optimizeEmptyRequests: true,
      headersTimeout: 10_000,
      requestTimeout: 30_000,
      maxHeaderSize: mostHeaderBytes,
    },
    (incoming, outgoing) => {
      answering.set(incoming.socket, outgoing)
      void answer(incoming, outgoing)
    },
  )
  server.on('clientError', (error, socket) => broken.refuse(error, socket, answering.get(socket)))
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
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
