import { execFileSync } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { CompatLeaderboard, Problem, Status } from '@podium/contracts'
import { createGatewaySimulator } from '@podium/gateway-simulator'
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test } from 'vitest'
import { eventually } from './support/eventually.ts'
import { ask, findPostgres, type PostgresServer } from './support/postgres/postgres-server.ts'
import { startRelay, type Way } from './support/relay.ts'
import { runMain } from './support/run-main.ts'

const key = 'sk-alive-1234'
const seconds = inject('isDeep') ? [1, 20, 60] : [2]

let server: PostgresServer
beforeAll(async () => {
  server = await findPostgres()
})
afterAll(() => server.stop())

/** A gateway with an hour of past, whose clock can be stopped. */
async function startGateway() {
  let stoppedAt: number | null = null
  const simulator = createGatewaySimulator({
    profile: '1.109',
    seed: 4,
    teams: 4,
    startsAt: Date.now() - 3_600_000,
    now: () => stoppedAt ?? Date.now(),
    masterKey: key,
    flushSeconds: 1,
    oddities: false,
  })
  const gateway = await simulator.listen()
  onTestFinished(() => gateway.close())
  return {
    url: gateway.url,
    stop: () => (stoppedAt = Date.now()),
    tokens: () =>
      simulator.truth
        .readable()
        .reduce((sum, each) => sum + each.promptTokens + each.completionTokens, 0),
  }
}

type Gateway = Awaited<ReturnType<typeof startGateway>>

function start(gateway: Gateway, env: Record<string, string> = {}) {
  const podium = runMain({
    LITELLM_BASE_URL: gateway.url,
    LITELLM_API_KEY: key,
    POLL_SECONDS: '1',
    HISTORY_DAYS: '1',
    ...env,
  })
  let isEnded = false
  void podium.ended.then(() => (isEnded = true))
  return {
    ...podium,
    isAlive: () => !isEnded,
    at: async (pattern = /Podium is at (http:\/\/\S+)\n/) => {
      const [, url = ''] = await podium.said(pattern)
      return asker(url)
    },
  }
}

function asker(url: string) {
  const get = (path: string) => fetch(url + path)
  const status = async () => Status.parse(await (await get('/api/v1/status')).json())
  return {
    get,
    status,
    tokens: async () => {
      const answer = await get('/tokens')
      if (answer.status !== 200) return null
      const { teams } = CompatLeaderboard.parse(await answer.json())
      return teams.reduce((sum, team) => sum + team.tokens, 0)
    },
    isRead: () =>
      eventually(status, ({ store, data_version: version }) => store.state === 'ok' && version > 1),
  }
}

type Asker = ReturnType<typeof asker>

/** It answers what it has, says in one sentence what is wrong, and counts everything in the end. */
async function livesThrough(
  { podium, web, gateway }: { podium: ReturnType<typeof start>; web: Asker; gateway: Gateway },
  { forSeconds, states, begin, end }: Injection,
): Promise<void> {
  await web.isRead()
  const told = podium.output().length
  await begin()
  await eventually(web.status, ({ store }) => states.includes(store.state))
  expect((await web.get('/healthz')).status).toBe(200)
  expect([200, 503]).toContain((await web.get('/tokens')).status)
  await sleep(forSeconds * 1000)
  expect(podium.isAlive()).toBe(true)
  await end()
  await eventually(web.status, ({ store }) => store.state === 'ok')
  gateway.stop()
  await eventually(web.tokens, (tokens) => tokens === gateway.tokens())
  const lines = podium.output().slice(told)
  expect(
    lines.match(/: what is known is still shown, and Podium tries again by itself\./g),
  ).not.toBeNull()
  expect(lines).toContain('The database answers again.\n')
  expect(lines).not.toMatch(/\n\s+at |Something failed|alive-1234/)
}

type Injection = {
  forSeconds: number
  states: readonly string[]
  begin: () => unknown
  end: () => unknown
}

describe('SQLite', () => {
  /** No file may grow, for whoever runs this: an entry of a full disk. */
  const limitFiles = (pid: number, bytes: string) =>
    execFileSync('prlimit', ['--pid', String(pid), `--fsize=${bytes}:`])

  test.each(seconds)('a disk that is full for %i s ends nothing', async (forSeconds) => {
    const gateway = await startGateway()
    const podium = start(gateway)
    await livesThrough(
      { podium, web: await podium.at(), gateway },
      {
        forSeconds,
        states: ['full'],
        begin: () => limitFiles(podium.pid, '4096'),
        end: () => limitFiles(podium.pid, 'unlimited'),
      },
    )
  })

  test.each(seconds)(
    'a file that another program holds for %i s ends nothing',
    async (forSeconds) => {
      const gateway = await startGateway()
      const podium = start(gateway)
      const web = await podium.at()
      await web.isRead()
      using other = new DatabaseSync(join(podium.cwd, 'data/podium.db'))
      await livesThrough(
        { podium, web, gateway },
        {
          forSeconds,
          states: ['busy'],
          begin: () => other.exec('PRAGMA busy_timeout = 5000; BEGIN IMMEDIATE'),
          end: () => other.exec('ROLLBACK'),
        },
      )
    },
  )
})

describe('PostgreSQL', () => {
  async function startRelayed() {
    const { url, drop } = await server.createDatabase()
    onTestFinished(drop)
    const relay = await startRelay(new URL(url))
    return { relay, url, env: { PODIUM_DATABASE_URL: relay.url } }
  }

  const ways: [string, Way][] = [
    ['refuses', 'refused'],
    ['is a black hole', 'black hole'],
    ['is starting up', { sqlState: '57P03' }],
    ['is behind a proxy that has lost it', { sqlState: 'XX000' }],
  ]
  /** In the short form only the ways that a case is named for. */
  const cases = (...named: string[]) =>
    ways
      .filter(([name]) => inject('isDeep') || named.includes(name))
      .flatMap(([name, way]) => seconds.map((each) => [name, each, way] as const))

  test.each(cases('refuses', 'is a black hole'))(
    'a server that %s for %i s ends no leader',
    async (_, forSeconds, way) => {
      const gateway = await startGateway()
      const { relay, env } = await startRelayed()
      const podium = start(gateway, env)
      await livesThrough(
        { podium, web: await podium.at(), gateway },
        {
          forSeconds,
          states: ['unreachable'],
          begin: () => relay.become(way),
          end: () => relay.become('open'),
        },
      )
    },
  )

  test.each(cases('refuses'))(
    'a server that %s for %i s ends no follower',
    async (_, forSeconds, way) => {
      const gateway = await startGateway()
      const { relay, url, env } = await startRelayed()
      const leader = start(gateway, { PODIUM_DATABASE_URL: url })
      await (await leader.at()).isRead()
      const podium = start(gateway, env)
      await livesThrough(
        { podium, web: await podium.at(), gateway },
        {
          forSeconds,
          states: ['unreachable'],
          begin: () => relay.become(way),
          end: () => relay.become('open'),
        },
      )
      expect(leader.isAlive()).toBe(true)
    },
  )

  test.each(cases('is starting up'))(
    'a start waits for a server that %s for %i s',
    async (_, forSeconds, way) => {
      const gateway = await startGateway()
      const { relay, env } = await startRelayed()
      await relay.become(way)
      const podium = start(gateway, env)
      const web = await podium.at(/Podium will be at (http:\/\/\S+)\n/)
      expect(podium.output()).toMatch(/: Podium waits for it, and says so to whoever asks\.\n/)
      expect(await (await web.get('/healthz')).json()).toEqual({ status: 'ok' })
      expect((await web.get('/readyz')).status).toBe(503)
      expect((await web.get('/')).headers.get('content-type')).toContain('text/html')
      const refused = await web.get('/api/v1/status')
      expect(refused.headers.get('retry-after')).toBe('5')
      expect(Problem.parse(await refused.json())).toMatchObject({
        status: 503,
        store: 'unreachable',
      })
      await sleep(forSeconds * 1000)
      await relay.become('open')
      await podium.said(/Podium is at/)
      await web.isRead()
      expect((await web.get('/readyz')).status).toBe(200)
    },
  )

  test('connections that are not allowed, and a restart of all of them, end nothing', async () => {
    const gateway = await startGateway()
    const { url, drop } = await server.createDatabase()
    onTestFinished(drop)
    const podium = start(gateway, { PODIUM_DATABASE_URL: url })
    const name = new URL(url).pathname.slice(1)
    const admin = new URL(url)
    admin.pathname = '/postgres'
    const allow = (is: boolean) =>
      ask(admin.href, `ALTER DATABASE ${name} WITH ALLOW_CONNECTIONS ${is}`)
    await livesThrough(
      { podium, web: await podium.at(), gateway },
      {
        forSeconds: 1,
        states: ['unreachable'],
        begin: async () => {
          await allow(false)
          await ask(
            admin.href,
            `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`,
          )
        },
        end: () => allow(true),
      },
    )
  })

  test('a stop ends a start that waits', async () => {
    const gateway = await startGateway()
    const { relay, env } = await startRelayed()
    await relay.become('refused')
    const podium = start(gateway, env)
    await podium.said(/Podium will be at/)
    podium.kill('SIGTERM')
    expect(await podium.ended).toBe(0)
  })
})
