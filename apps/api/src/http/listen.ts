import { getRequestListener } from '@hono/node-server'
import { createServer, type Server } from 'node:http'

const graceMs = 400

export type Listening = { address: string; close: () => Promise<void> }

/** Serves the app; rejects with the system's error where the port cannot be had. */
export async function listen(
  app: { fetch: Parameters<typeof getRequestListener>[0] },
  at: { host: string; port: number },
): Promise<Listening> {
  const handle = getRequestListener(app.fetch)
  const server = createServer(
    { headersTimeout: 10_000, requestTimeout: 30_000 },
    (request, response) => void handle(request, response),
  )
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
