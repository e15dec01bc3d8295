import { createServer, type RequestListener } from 'node:http'
import { once } from 'node:events'
import { onTestFinished } from 'vitest'

/** A server of what a test says, on a free port of loopback. */
export async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('It listens on no port')
  return `http://127.0.0.1:${address.port}`
}
