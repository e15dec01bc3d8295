import { LiveStatus, Status, type SourceState, CompatLeaderboard } from '@podium/contracts'
import { createGatewaySimulator } from '@podium/gateway-simulator'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { eventually } from './support/eventually.ts'
import { findPostgres, type PostgresServer } from './support/postgres/postgres-server.ts'
import { runMain } from './support/run-main.ts'

const address = /Podium is at (http:\/\/127\.0\.0\.1:\d+)\n/
const key = 'sk-replicas-1234'

let server: PostgresServer
beforeAll(async () => {
  server = await findPostgres()
})
afterAll(() => server.stop())

/** A gateway with an hour of past, whose clock can be stopped. */
async function startGateway() {
  let stoppedAt: number | null = null
  const now = () => stoppedAt ?? Date.now()
  const simulator = createGatewaySimulator({
    profile: '1.109',
    seed: 4,
    teams: 4,
    startsAt: Date.now() - 3_600_000,
    now,
    masterKey: key,
    flushSeconds: 1,
    oddities: false,
  })
  let gateway = await simulator.listen()
  onTestFinished(() => gateway.close())
  const { url } = gateway
  const tokensOf = (sums: ReturnType<typeof simulator.truth.readable>) =>
    sums.reduce((sum, each) => sum + each.promptTokens + each.completionTokens, 0)
  return {
    url,
    goAway: () => gateway.close(),
    comeBack: async () => {
      gateway = await simulator.listen({ port: Number(new URL(url).port) })
    },
    stop: () => (stoppedAt = Date.now()),
    /** What it answers with. */
    tokens: () => tokensOf(simulator.truth.readable()),
  }
}

/** Two programs on one database, both given the same gateway. */
async function startReplicas(gatewayUrl: string) {
  const { url: databaseUrl, drop } = await server.createDatabase()
  onTestFinished(drop)
  const start = async () => {
    const podium = runMain({
      LITELLM_BASE_URL: gatewayUrl,
      LITELLM_API_KEY: key,
      PODIUM_DATABASE_URL: databaseUrl,
      POLL_SECONDS: '1',
      HISTORY_DAYS: '1',
    })
    const [, url = ''] = await podium.said(address)
    const read = async (path: string): Promise<unknown> => (await fetch(url + path)).json()
    return {
      kill: podium.kill,
      url,
      status: async () => Status.parse(await read('/api/v1/status')),
      tokens: async () => {
        const { teams } = CompatLeaderboard.parse(await read('/tokens'))
        return teams.reduce((sum, team) => sum + team.tokens, 0)
      },
    }
  }
  const first = await start()
  await eventually(first.status, (status) => status.data_version > 0)
  return { first, second: await start() }
}

/** The names and versions of what a live stream tells, until there are enough. */
async function liveVersions(url: string, many: number): Promise<number[]> {
  const stopping = new AbortController()
  const response = await fetch(`${url}/api/v1/live`, { signal: stopping.signal })
  const versions: number[] = []
  let text = ''
  for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    text += chunk
    versions.length = 0
    for (const [, version] of text.matchAll(/event: data\ndata: \{"data_version":(\d+)/g))
      versions.push(Number(version))
    if (versions.length >= many) break
  }
  stopping.abort()
  return versions
}

/** Follows a live stream, for what its `status` events say of the activity. */
async function openStream(url: string) {
  const { body } = await fetch(`${url}/api/v1/live`)
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader()
  onTestFinished(async () => reader?.cancel())
  let text = ''
  const states = () =>
    [...text.matchAll(/event: status\ndata: (.+)\n\n/g)].map(([, json = '']) => {
      const { sources } = LiveStatus.parse(JSON.parse(json))
      return sources.find(({ name }) => name === 'activity')?.state
    })
  return async (wanted: SourceState): Promise<void> => {
    while (states().at(-1) !== wanted) text += (await reader?.read())?.value ?? ''
  }
}

test('every process tells its viewers at once that the gateway is gone, and that it is back', async () => {
  const gateway = await startGateway()
  const { first, second } = await startReplicas(gateway.url)
  for (const { status } of [first, second])
    await eventually(status, ({ sources }) => sources.every(({ state }) => state === 'ok'))
  const streams = await Promise.all([first, second].map(({ url }) => openStream(url)))
  await gateway.goAway()
  for (const hears of streams) await hears('down')
  await gateway.comeBack()
  for (const hears of streams) await hears('ok')
})

test('who does not collect announces new data as well, and knows the sources', async () => {
  const gateway = await startGateway()
  const { first, second } = await startReplicas(gateway.url)
  const status = await eventually(
    second.status,
    ({ sources, history }) => history.unread === 0 && sources.every(({ state }) => state === 'ok'),
  )
  expect(status.days[0]?.gateway?.tokens).toBeGreaterThan(0)
  expect(status.reconciliation.days[0]).toMatchObject({ balanced: true })

  const versions = await liveVersions(second.url, 2)
  expect(versions[1]).toBeGreaterThan(versions[0] ?? 0)
  gateway.stop()
  const isWhole = (tokens: number) => tokens === gateway.tokens()
  expect(await eventually(first.tokens, isWhole)).toBe(await eventually(second.tokens, isWhole))
})

test.each([
  ['killed', 'SIGKILL'],
  ['stopped for a while', 'SIGSTOP'],
] as const)(
  'a collector that is %s is replaced, and the totals are those of the gateway',
  async (_, signal) => {
    const gateway = await startGateway()
    const { first, second } = await startReplicas(gateway.url)
    await eventually(second.tokens, (tokens) => tokens > 0)
    const { data_version: dataVersion } = await second.status()
    first.kill(signal)
    await eventually(second.status, (status) => status.data_version > dataVersion + 2)
    const alive = signal === 'SIGSTOP' ? [first, second] : [second]
    first.kill('SIGCONT')
    gateway.stop()
    for (const each of alive) {
      await eventually(each.tokens, (tokens) => tokens === gateway.tokens())
      const { reconciliation, corrections } = await each.status()
      expect(reconciliation.days[0]).toMatchObject({ balanced: true, held_cells: 0 })
      expect(corrections).toEqual([])
    }
  },
)
