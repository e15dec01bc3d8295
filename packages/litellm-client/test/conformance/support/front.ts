import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { GatewaySimulator } from '@podium/gateway-simulator'

/** What stands before the gateway: another address to ask instead, or an answer of its own. */
export type Front = (url: URL) => URL | Response

export interface Fronted extends AsyncDisposable {
  baseUrl: string
  /** Paths and queries that were asked, oldest first. */
  asked: URL[]
}

/** The simulator over HTTP, seen through a front that narrows what it allows. */
export async function serve(gateway: GatewaySimulator, front: Front): Promise<Fronted> {
  const asked: URL[] = []
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://gateway.test')
    asked.push(url)
    const shown = front(url)
    const answer = shown instanceof Response ? Promise.resolve(shown) : ask(gateway, request, shown)
    answer.then((each) => write(response, each)).catch(() => response.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    baseUrl: `http://127.0.0.1:${portOf(server.address())}`,
    asked,
    async [Symbol.asyncDispose]() {
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
    },
  }
}

async function ask(
  gateway: GatewaySimulator,
  request: IncomingMessage,
  url: URL,
): Promise<Response> {
  const { authorization = '' } = request.headers
  return gateway.app.fetch(new Request(url, { headers: { authorization } }))
}

async function write(response: ServerResponse, answer: Response): Promise<void> {
  response.writeHead(answer.status, Object.fromEntries(answer.headers))
  response.end(Buffer.from(await answer.arrayBuffer()))
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}
