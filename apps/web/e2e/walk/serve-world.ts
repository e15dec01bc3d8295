import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { securityHeaders } from '../../../api/src/http/security-headers.ts'
import { pagePolicy } from '../../../api/src/http/routes/page.ts'
import { readPageFiles } from '../../../api/src/http/routes/page-files.ts'

export type Answer = { status: number; body: unknown } | 'never' | 'stream'

/** What the server says to an address, the first time, the second time and so on. */
export type World = (url: URL, times: number) => Answer

const files = readPageFiles(join(import.meta.dirname, '../../dist'), null)
const pageHeaders = { 'content-security-policy': pagePolicy(null), 'cache-control': 'no-cache' }
const standard = securityHeaders({ demo: false, publicUrl: null })

/** The built page under the headers of production, over a world that was made up. */
export async function serveWorld(world: World) {
  const asked = new Map<string, number>()
  const streams = new Set<ServerResponse>()
  const typeface = Promise.withResolvers<undefined>()

  function page(path: string, response: ServerResponse): void {
    // Asked for by every page, before anything else.
    if (path.endsWith('.woff2')) response.on('finish', () => typeface.resolve(undefined))
    const isPage = !path.includes('.')
    const file = files.get(isPage ? '/index.html' : path)
    if (file === undefined) {
      response.writeHead(404).end()
      return
    }
    const headers = { ...standard, ...(isPage && pageHeaders), 'content-type': file.type }
    response.writeHead(200, headers).end(file.content.plain)
  }
  async function answer(url: URL, response: ServerResponse): Promise<void> {
    const times = (asked.get(url.pathname) ?? 0) + 1
    asked.set(url.pathname, times)
    const said = world(url, times)
    // On a slow machine it would come after the first words, which are then a little wider or narrower.
    await typeface.promise
    if (said === 'never') return
    if (said === 'stream') {
      const hello = JSON.stringify({ version: '1.4.0', data_version: 1 })
      streams.add(response)
      response.writeHead(200, { ...standard, 'content-type': 'text/event-stream' })
      response.write(`event: hello\ndata: ${hello}\n\n`)
      return
    }
    response.writeHead(said.status, { ...standard, 'content-type': 'application/json' })
    response.end(JSON.stringify(said.body))
  }
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://podium')
    if (url.pathname.startsWith('/api/')) void answer(url, response)
    else page(url.pathname, response)
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- it listens on TCP
  const { port } = server.address() as AddressInfo

  return {
    address: `http://127.0.0.1:${port}`,
    /** Data have come in: pages ask for what they show. */
    announce: () => {
      const data = JSON.stringify({ data_version: 2, at: new Date().toISOString() })
      for (const stream of streams) stream.write(`event: data\ndata: ${data}\n\n`)
    },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
