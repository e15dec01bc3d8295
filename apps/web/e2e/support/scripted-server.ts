import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import type { Status } from '@podium/contracts'

const dist = join(import.meta.dirname, '../../dist')
const types = new Map([
  ['.js', 'text/javascript'],
  ['.css', 'text/css'],
  ['.svg', 'image/svg+xml'],
])

type Answer = { status: number; body: unknown; type?: string }

/** The built page and a live stream that a test holds in its hand. */
export async function scriptedServer() {
  const streams = new Set<ServerResponse>()
  const asked: string[] = []
  const answers = new Map<string, Answer>()
  let version = '1'
  let isRefusing = false

  function live(response: ServerResponse): void {
    if (isRefusing) return void response.writeHead(503).end()
    streams.add(response)
    response.on('close', () => streams.delete(response))
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    response.write(
      `retry: 50\nevent: hello\ndata: ${JSON.stringify({ version, data_version: 1 })}\n\n`,
    )
  }
  function json(response: ServerResponse, { status, body, type }: Answer): void {
    response.writeHead(status, { 'content-type': type ?? 'application/json' })
    response.end(JSON.stringify(body))
  }
  function file(path: string, response: ServerResponse): void {
    const extension = extname(path)
    response.writeHead(200, { 'content-type': types.get(extension) ?? 'text/html; charset=utf-8' })
    response.end(readFileSync(join(dist, extension === '' ? 'index.html' : path)))
  }
  const server = createServer((request: IncomingMessage, response) => {
    const path = new URL(request.url ?? '/', 'http://x').pathname
    asked.push(`${request.method ?? ''} ${path}`)
    const answer = answers.get(path)
    if (answer !== undefined) json(response, answer)
    else if (path === '/api/v1/live') live(response)
    else if (path === '/api/v1/status') json(response, { status: 200, body: statusOf(version) })
    else if (path === '/tokens') json(response, { status: 200, body: { teams: [] } })
    else if (path.startsWith('/api/')) json(response, { status: 404, body: {} })
    else file(path, response)
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- it listens on TCP
  const { port } = server.address() as AddressInfo

  return {
    port,
    answers,
    streams: () => streams.size,
    count: (line: string) => asked.filter((one) => one === line).length,
    announce: () => {
      const data = { data_version: 2, at: new Date().toISOString() }
      for (const stream of streams) stream.write(`event: data\ndata: ${JSON.stringify(data)}\n\n`)
    },
    /** As a restart looks from outside; `next` is the version that comes back. */
    breakStreams: (next: { refuse: boolean; version?: string }) => {
      isRefusing = next.refuse
      version = next.version ?? version
      for (const stream of streams) stream.destroy()
    },
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

function statusOf(version: string): Status {
  const now = new Date().toISOString()
  const gateway = { name: 'activity', state: 'ok', reason: null, consecutive_failures: 0 } as const
  return {
    demo: false,
    version,
    now,
    data_version: 1,
    poll_seconds: 10,
    sources: [{ ...gateway, last_success_at: now, next_attempt_at: null }],
    store: { state: 'ok', since: null },
    history: { days: 0, unread: 0 },
    days: [],
    reconciliation: { reconciled: false, days: [], drift: null, waiting: 0, worst: [] },
    corrections: [],
    notes: [],
  }
}
