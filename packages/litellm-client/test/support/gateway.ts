import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import { createLiteLLMClient, type LiteLLMClientOptions } from '../../src/index.ts'

export interface Call {
  method: string
  path: string
  query: Record<string, string>
  headers: IncomingMessage['headers']
}

export type Handler = (call: Call, response: ServerResponse) => void

export const canary = 'sk-canary-7f3a91c2d5'

/** A gateway on loopback that says what a test wants, and remembers what it was asked. */
export async function startGateway(handler: Handler) {
  const calls: Call[] = []
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://gateway')
    const call = {
      method: request.method ?? '',
      path: url.pathname,
      query: Object.fromEntries(url.searchParams),
      headers: request.headers,
    }
    calls.push(call)
    handler(call, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return {
    url: `http://127.0.0.1:${portOf(server.address())}`,
    calls,
    paths: () => calls.map(({ path }) => path),
  }
}

export function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

export function clientOf(url: string, options: Partial<LiteLLMClientOptions> = {}) {
  const client = createLiteLLMClient({ baseUrl: url, apiKey: canary, ...options })
  onTestFinished(() => client.close())
  return client
}

export function sendJson(response: ServerResponse, body: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

type Answer = object | ((query: Record<string, string>) => object)

/** Answers by path; what is not there is the gateway's own 404. */
export function routes(table: Record<string, Answer>): Handler {
  return ({ path, query }, response) => {
    const answer = table[path] ?? new Refusal(404, { detail: 'Not Found' })
    const body: object = typeof answer === 'function' ? answer(query) : answer
    if (body instanceof Refusal) sendJson(response, body.body, body.status)
    else sendJson(response, body)
  }
}

export class Refusal {
  readonly status: number
  readonly body: unknown
  constructor(status: number, body: unknown) {
    this.status = status
    this.body = body
  }
}
