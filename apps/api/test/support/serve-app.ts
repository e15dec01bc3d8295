import { request, type IncomingHttpHeaders } from 'node:http'
import { onTestFinished } from 'vitest'
import { createApp } from '../../src/http/app.ts'
import { createAnswers } from '../../src/http/cache/answer-cache.ts'
import { createDoor } from '../../src/http/middleware/door.ts'
import { createFront } from '../../src/http/front.ts'
import { listen } from '../../src/http/server.ts'
import { keepAnswer } from '../../src/http/cache/compressed-answer.ts'
import { createRoutes } from '../../src/http/routes/index.ts'
import { securityHeaders } from '../../src/http/security-headers.ts'
import { createHub } from '../../src/live/hub.ts'
import type { Store } from '../../src/store/open-store.ts'
import type { WarnOnce } from '../../src/terminal/warn-once-a-minute.ts'
import { openTestStore } from './open-test-store.ts'
import { testAccess } from './test-access.ts'

const noon = Date.parse('2026-11-21T12:00:00Z')
const page = (text: string, type: string) => ({ kept: keepAnswer(Buffer.from(text)), type })

type Options = {
  /** As the environment of the program. */
  env?: Record<string, string>
  store?: Partial<Store>
  now?: () => number
  warn?: WarnOnce
}

export type Asked = {
  method?: string
  headers?: Record<string, string>
  body?: string
  /** Another than loopback's own, to come from elsewhere. */
  from?: string
}
export type Answered = { status: number; headers: IncomingHttpHeaders; text: string }

/** The whole app on a real port, over an empty store. */
export async function serveApp({
  env = {},
  store: overrides,
  now = () => noon,
  warn = () => undefined,
}: Options = {}) {
  const faults: unknown[] = []
  const hub = createHub({
    epoch: 'e',
    hello: () => ({ version: '1', data_version: 0 }),
    random: () => 0,
  })
  onTestFinished(() => hub.close())
  const { access, config } = testAccess(env, now, warn)
  const store = { ...(await openTestStore()), ...overrides }
  const desk = createFront({ version: () => 0, now })
  const deps = {
    access,
    requestsPerSecond: config.requestsPerSecond,
    livePerAddress: config.livePerAddress,
    random: () => 0,
    store,
    answers: createAnswers({ all: () => 0, ofDays: store.rangeVersion }),
    remember: desk.remember,
    hub,
    now,
    publicIds: { team: (id: string) => `t_${id}`, key: (hash: string) => `k_${hash}` },
    shadowPrices: new Map(),
    spa: new Map([
      ['/index.html', page('<!doctype html>', 'text/html; charset=utf-8')],
      ['/assets/a-1.js', page('1', 'text/javascript; charset=utf-8')],
      ['/assets/b-2.js', page('let a = 1\n'.repeat(400), 'text/javascript; charset=utf-8')],
    ]),
    collectorState: {
      sources: () => [],
      days: () => [],
      priceNotes: () => [],
      unreadDays: () => null,
    },
    about: { demo: true, version: '1.2.3', pollSeconds: 10, historyDays: 3 },
    isDraining: () => false,
    measure: () => Promise.resolve([]),
    metricsAccess: 'viewer' as const,
    onFault: (fault: unknown) => faults.push(fault),
  }
  const app = createApp(deps)
  const door = createDoor({ access, publicUrl: config.site.publicUrl, demo: true })
  const headers = securityHeaders({ demo: true, publicUrl: config.site.publicUrl })
  const { host } = config
  const server = await listen({ door, front: desk.front, app, headers }, { host, port: 0 })
  onTestFinished(() => server.close())
  const { port } = new URL(server.address)

  /** Says what `fetch` would not: any Host, any header, any path. */
  function ask(path: string, { method = 'GET', headers = {}, body, from }: Asked = {}) {
    return new Promise<Answered>((resolve, reject) => {
      const asking = request(
        {
          host: '127.0.0.1',
          port,
          path,
          method,
          headers,
          agent: false,
          ...(from !== undefined && { localAddress: from }),
        },
        (response) => {
          let text = ''
          response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
          response.on('end', () =>
            resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
          )
        },
      )
      asking.on('error', reject)
      asking.end(body)
    })
  }
  const get = (path: string, headers = {}) => fetch(server.address + path, { headers })
  return { address: server.address, ask, get, faults, access, hub, routes: createRoutes(deps) }
}
