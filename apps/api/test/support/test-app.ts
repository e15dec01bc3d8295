import type { IncomingHttpHeaders } from 'node:http'
import { onTestFinished } from 'vitest'
import type { Access } from '../../src/access/create-access.ts'
import { createApp } from '../../src/http/app.ts'
import { createCompressedAnswer } from '../../src/http/cache/compressed-answer.ts'
import { createAccessLog } from '../../src/http/middleware/access-log.ts'
import type { RouteDependencies } from '../../src/http/routes/dependencies.ts'
import { createRoutes } from '../../src/http/routes/index.ts'
import type { DayRange } from '../../src/domain/span.ts'
import type { InferenceView } from '../../src/domain/inference/known.ts'
import { createHub } from '../../src/live/hub.ts'
import type { ShadowPrices } from '../../src/domain/listings.ts'
import type { Store } from '../../src/store/open-store.ts'
import type { PublicIds } from '../../src/analytics/public-ids.ts'
import type { AnsweredRequest } from '../../src/telemetry/http-stats.ts'
import { startTelemetry } from '../../src/telemetry/start-telemetry.ts'
import type { RequestLine } from '../../src/terminal/terminal.ts'
import type { WarnOnce } from '../../src/terminal/warn-once-a-minute.ts'
import { noInference } from './inference/no-inference.ts'
import { openTestStore } from './open-test-store.ts'
import { testAccess } from './test-access.ts'

const noon = Date.parse('2026-11-21T12:00:00Z')

const file = (text: string, type: string) => ({
  content: createCompressedAnswer(Buffer.from(text)),
  type,
})
const page = new Map([
  ['/index.html', file('<!doctype html>', 'text/html; charset=utf-8')],
  ['/assets/a-1.js', file('1', 'text/javascript; charset=utf-8')],
  ['/assets/b-2.js', file('let a = 1\n'.repeat(400), 'text/javascript; charset=utf-8')],
])

export type Options = {
  /** As the environment of the program. */
  env?: Record<string, string>
  store?: Partial<Store>
  now?: () => number
  dataVersion?: () => number
  warn?: WarnOnce
  inference?: InferenceView
  onAsked?: (days: DayRange) => void
}

export type Asked = { method?: string; headers?: Record<string, string>; body?: string }
export type Answered = { status: number; headers: IncomingHttpHeaders; text: string }

type Given = {
  store: Store
  access: Access
  now: () => number
  dataVersion: () => number
  shadowPrices: ShadowPrices
  inference: InferenceView
  warn: WarnOnce
}

/** What the routes need, over this store; nothing collects. */
async function dependencies({ dataVersion, warn, ...given }: Given): Promise<RouteDependencies> {
  const { store, inference, now } = given
  const version = '1.2.3'
  const hub = createHub({
    epoch: 'e',
    hello: () => ({ version: '1', data_version: 0 }),
    random: () => 0,
  })
  onTestFinished(() => hub.close())
  const publicIds: PublicIds = { team: (id) => `t_${id}`, key: (hash) => `k_${hash}` }
  const collectorState: RouteDependencies['collectorState'] = {
    dataVersion,
    sources: () => [],
    days: () => [],
    priceNotes: () => [],
    unreadDays: () => null,
    store: () => ({ state: 'ok', since: null }),
  }
  const measured = { store, inference, now, publicIds, collectorState, version }
  const telemetry = await startTelemetry({ ...measured, liveClients: hub.clients }, null, warn)
  onTestFinished(() => telemetry.stop())
  return {
    ...given,
    hub,
    random: () => 0,
    livePerAddress: 200,
    publicIds,
    collectorState,
    about: { demo: true, version, pollSeconds: 10, historyDays: 3 },
    isDraining: () => false,
    measure: telemetry.measure,
    metricsAccess: 'viewer',
  }
}

/** The whole app over an empty store, without a socket. */
export async function testApp({
  env = {},
  store: overrides,
  now = () => noon,
  dataVersion = () => 0,
  warn = () => undefined,
  inference = { known: () => noInference, version: () => '' },
  onAsked = () => undefined,
}: Options = {}) {
  const faults: unknown[] = []
  const lines: RequestLine[] = []
  const observed: AnsweredRequest[] = []
  const { access, config } = testAccess(env, now, warn)
  const store = { ...(await openTestStore()), ...overrides }
  const { livePerAddress, requestsPerSecond, site } = config
  const deps = {
    ...(await dependencies({
      ...{ store, access, now, dataVersion, inference, warn },
      shadowPrices: config.shadowPrices,
    })),
    livePerAddress,
  }
  const accessLog = createAccessLog({
    observe: (answered) => observed.push(answered),
    log: (line) => lines.push(line),
  })
  const app = createApp({
    ...deps,
    site,
    requestsPerSecond,
    page,
    pageBackend: config.pageBackend,
    accessLog,
    onAsked,
    onFault: (fault) => faults.push(fault),
  })

  async function ask(path: string, { body, ...asked }: Asked = {}): Promise<Answered> {
    const response = await app.request(path, { ...asked, ...(body !== undefined && { body }) })
    const cookies = response.headers.getSetCookie()
    return {
      status: response.status,
      headers: {
        ...Object.fromEntries(response.headers),
        ...(cookies.length > 0 && { 'set-cookie': cookies }),
      },
      text: await response.text(),
    }
  }
  const get = (path: string, headers = {}) => Promise.resolve(app.request(path, { headers }))
  const routes = createRoutes(deps)
  return {
    app,
    ask,
    get,
    routes,
    access,
    config,
    accessLog,
    faults,
    lines,
    observed,
    hub: deps.hub,
  }
}
