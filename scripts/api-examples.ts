import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createAccess } from '../apps/api/src/access/create-access.ts'
import { createPublicIds } from '../apps/api/src/access/public-ids.ts'
import { createActivityPoll } from '../apps/api/src/collect/poll-activity.ts'
import { createPricesPoll, createTeamsPoll } from '../apps/api/src/collect/poll-names.ts'
import {
  createCollectorState,
  type CollectorState,
} from '../apps/api/src/collect/collector-state.ts'
import { sourceNames } from '../apps/api/src/collect/source.ts'
import { succeeded } from '../apps/api/src/collect/source-health.ts'
import { parseConfig } from '../apps/api/src/config.ts'
import { createApp, type AppDependencies } from '../apps/api/src/http/app.ts'
import { createAccessLog } from '../apps/api/src/http/middleware/access-log.ts'
import { routeName, type Examples } from '../apps/api/src/http/openapi/describe-api.ts'
import type { Route } from '../apps/api/src/http/routes/route.ts'
import { createRoutes } from '../apps/api/src/http/routes/index.ts'
import { createHub } from '../apps/api/src/live/hub.ts'
import { connectStore, guardStore, type Store } from '../apps/api/src/store/open-store.ts'
import { createGatewaySimulator } from '../packages/gateway-simulator/src/index.ts'
import { exampleEngines } from './example-engines.ts'
import { createLiteLLMClient } from '../packages/litellm-client/src/index.ts'

const minuteMs = 60_000
const end = Date.parse('2026-11-21T12:00:00Z')
const start = end - 3 * 60 * minuteMs
const publicIds = createPublicIds(Buffer.from('the examples are the same every time'))

/** What a small Podium answers to every question: two teams, three hours, the same every time. */
export async function apiExamples(): Promise<{ routes: Route[]; examples: Examples }> {
  await using building = new AsyncDisposableStack()
  let at = start
  const now = () => at
  const store = await openStore(building, now)
  const collectorState = await live(building, store, now, (instant) => {
    at = instant
  })
  const deps = dependencies(building, { store, collectorState, now })
  const routes = createRoutes(deps)
  const app = createApp(deps)
  const team = (await store.teams()).flatMap(({ teamId }) => teamId ?? []).toSorted()[0] ?? ''
  const examples: Record<string, Examples[string]> = {}
  for (const route of routes.filter(hasExample)) {
    const path = route.path.replaceAll(':id', publicIds.team(team)) + (searches[route.path] ?? '')
    const response = await app.request(path)
    if (!response.ok) throw new Error(`${path} answers ${response.status}`)
    examples[routeName(route)] = { path, answer: await response.json() }
  }
  return { routes, examples }
}

/** Short enough to be read. */
const searches: Record<string, string> = {
  '/tokens': '?start_date=2026-11-21&end_date=2026-11-21',
  '/tokens/timeseries': '?start_date=2026-11-20&end_date=2026-11-21',
  '/api/v1/board': '?range=1h&measure=tokens',
  '/api/v1/series': '?range=1h&bucket=15min&by=model&top=1',
  '/api/v1/usage': '?range=1h&by=team&top=1&compare=before',
  '/api/v1/race': '?range=1h&measure=tokens&top=1',
  '/api/v1/teams/:id': '?range=1h',
  '/api/v1/inference/series': '?metric=ttft_p95&range=1h&bucket=15min',
  '/api/v1/inference/load': '?range=1h',
  '/api/v1/gpus/series': '?metric=power_watts&range=1h&bucket=15min',
}

function hasExample(route: Route): boolean {
  // What `access` answers is about who asks.
  if (route.method !== 'GET' || route.tag === 'access') return false
  if (route.kind === 'file') return false
  return route.kind === 'answer' || route.answers[200]?.schema !== undefined
}

async function openStore(building: AsyncDisposableStack, now: () => number): Promise<Store> {
  const directory = mkdtempSync(join(tmpdir(), 'podium-examples-'))
  building.defer(() => rmSync(directory, { recursive: true }))
  const place = { kind: 'file' as const, path: join(directory, 'podium.db') }
  const guard = await guardStore({ place, now })
  building.defer(() => guard.release())
  const store = connectStore({ place, now })
  building.defer(() => store.close())
  await store.lease.acquire(24 * 60 * minuteMs)
  return store
}

/** Three hours of a small gateway, read every five minutes. */
async function live(
  building: AsyncDisposableStack,
  store: Store,
  now: () => number,
  setClock: (at: number) => void,
) {
  const world = { profile: '1.109', seed: 4, teams: 2, startsAt: start, oddities: false } as const
  const gateway = createGatewaySimulator({ ...world, now })
  const server = await gateway.listen()
  building.defer(() => server.close())
  const client = createLiteLLMClient({ baseUrl: server.url, apiKey: gateway.keys.master })
  building.defer(() => client.close())
  const collectorState = createCollectorState({
    source: nothing,
    data: nothing,
    untold: nothing,
    history: nothing,
    store: nothing,
    fault: nothing,
  })
  const { signal } = new AbortController()
  await createTeamsPoll({ client, store, now, pollMs: 5 * minuteMs })(signal)
  await createPricesPoll({ client, store, now })(signal)
  const poll = await createActivityPoll({
    client,
    store,
    now,
    pollMs: 5 * minuteMs,
    historyDays: 1,
  })
  for (let at = start; at <= end; at += 5 * minuteMs) {
    setClock(at)
    await poll(signal, async (polled) => {
      collectorState.apply({ kind: 'day', ...polled })
      await Promise.resolve()
    })
  }
  const health = succeeded(end, end + 10_000)
  for (const name of sourceNames) collectorState.apply({ kind: 'source', name, health })
  collectorState.apply({ kind: 'data', dataVersion: await store.dataVersion() })
  return collectorState
}

const nothing = () => undefined

type Made = {
  store: Store
  collectorState: CollectorState
  now: () => number
}

/** A Podium as it starts where nothing is set. */
function dependencies(
  building: AsyncDisposableStack,
  { store, collectorState, now }: Made,
): AppDependencies {
  const config = parseConfig({}, () => '')
  const { access: ways, site, host: bound, requestsPerSecond, livePerAddress } = config
  const random = () => 0
  const hello = () => ({ version: '1.0.0', data_version: collectorState.dataVersion() })
  const hub = createHub({ epoch: 'example', hello, random })
  building.defer(() => hub.close())
  return {
    store,
    collectorState: { ...collectorState, store: () => ({ state: 'ok', since: null }) },
    inference: exampleEngines(end),
    now,
    random,
    hub,
    publicIds,
    site,
    requestsPerSecond,
    livePerAddress,
    access: createAccess({
      config: ways,
      site,
      bound,
      secret: Buffer.from('examples'),
      now,
      warn: nothing,
    }),
    shadowPrices: new Map(),
    about: { demo: false, version: '1.0.0', pollSeconds: 10, historyDays: 1 },
    isDraining: () => false,
    measure: () => Promise.resolve(''),
    metricsAccess: 'viewer',
    page: new Map(),
    pageBackend: null,
    accessLog: createAccessLog({ observe: nothing, log: nothing }),
    onFault: (error) => {
      throw error
    },
  }
}
