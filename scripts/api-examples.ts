import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPublicIds } from '../apps/api/src/access/public-ids.ts'
import { createActivityPoll } from '../apps/api/src/collect/poll-activity.ts'
import { createPricesPoll, createTeamsPoll } from '../apps/api/src/collect/poll-names.ts'
import {
  createCollectorState,
  type CollectorState,
} from '../apps/api/src/collect/collector-state.ts'
import { sourceNames } from '../apps/api/src/collect/source.ts'
import { succeeded } from '../apps/api/src/collect/source-health.ts'
import { routeName, type Examples } from '../apps/api/src/http/openapi/describe-api.ts'
import type { RawRoute, Route } from '../apps/api/src/http/routes/route.ts'
import { createRoutes, type RouteDeps } from '../apps/api/src/http/routes/index.ts'
import { connectStore, guardStore, type Store } from '../apps/api/src/store/open-store.ts'
import { createGatewaySimulator } from '../packages/gateway-simulator/src/index.ts'
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
  const routes = createRoutes(deps(store, collectorState, now))
  const team = (await store.teams()).flatMap(({ teamId }) => teamId ?? []).toSorted()[0] ?? ''
  const examples: Record<string, Examples[string]> = {}
  for (const route of routes.filter(hasExample)) {
    const path = route.path.replaceAll(':id', publicIds.team(team)) + (searches[route.path] ?? '')
    examples[routeName(route)] = { path, answer: await answerOf(route, path, end) }
  }
  return { routes, examples }
}

/** Short enough to be read. */
const searches: Record<string, string> = {
  '/tokens': '?start_date=2026-11-21&end_date=2026-11-21',
  '/tokens/timeseries': '?start_date=2026-11-20&end_date=2026-11-21',
  '/api/v1/board': '?range=1h&measure=tokens',
  '/api/v1/series': '?range=1h&bucket=15min&by=model&top=1',
  '/api/v1/teams/:id': '?range=1h',
}

function hasExample(route: Route): boolean {
  // What `access` answers is about who asks.
  if (route.method !== 'GET' || route.tag === 'access') return false
  return route.kind === 'answer' || route.answers[200]?.schema !== undefined
}

async function answerOf(route: Route, path: string, now: number): Promise<unknown> {
  if (route.kind === 'raw') return handled(route)
  const { pathname, searchParams } = new URL(path, 'http://podium')
  const id = /t_\w+/.exec(pathname)?.[0]
  const plan = route.ask(id === undefined ? {} : { id }, searchParams, now)
  if ('parameter' in plan) throw new Error(`${path}: ${plan.detail}`)
  return plan.read()
}

async function handled(route: RawRoute): Promise<unknown> {
  const context: unknown = { json: (value: unknown) => Response.json(value) }
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- what these routes use of it
  const answer = await route.handle(context as Parameters<RawRoute['handle']>[0])
  return answer.json()
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
  const collectorState = createCollectorState({ source: nothing, data: nothing, history: nothing })
  const { signal } = new AbortController()
  await createTeamsPoll({ client, store, now })(signal)
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

function deps(store: Store, collectorState: CollectorState, now: () => number): RouteDeps {
  const given = {
    store,
    collectorState,
    now,
    publicIds,
    shadowPrices: new Map(),
    about: { demo: false, version: '1.0.0', pollSeconds: 10, historyDays: 1 },
    isDraining: () => false,
    metricsAccess: 'viewer',
  }
  const unused: unknown = new Proxy(() => unused, { get: () => unused })
  const known = new Map<string | symbol, unknown>(Object.entries(given))
  const all: unknown = new Proxy({}, { get: (_, name) => known.get(name) ?? unused })
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- the rest belongs to routes that are not asked
  return all as RouteDeps
}
