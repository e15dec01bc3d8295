import { execFileSync } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Problem } from '@podium/contracts'
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test } from 'vitest'
import { livesThrough, startPodium } from './support/living-podium.ts'
import { startEmbeddedPostgres } from './support/postgres/embedded-postgres.ts'
import { ask, findPostgres, type PostgresServer } from './support/postgres/postgres-server.ts'
import { startRelay, type Way } from './support/relay.ts'
import { startStoppableGateway } from './support/stoppable-gateway.ts'

const key = 'sk-alive-1234'
const seconds = inject('isDeep') ? [1, 20, 60] : [2]

let server: PostgresServer
beforeAll(async () => {
  server = await findPostgres()
})
afterAll(() => server.stop())

const startGateway = () => startStoppableGateway(key)

describe('SQLite', () => {
  /** No file may grow, for whoever runs this: an entry of a full disk. */
  const limitFiles = (pid: number, bytes: string) =>
    execFileSync('prlimit', ['--pid', String(pid), `--fsize=${bytes}:`])

  test.each(seconds)('a disk that is full for %i s ends nothing', async (forSeconds) => {
    const gateway = await startGateway()
    const podium = startPodium(gateway)
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
      const podium = startPodium(gateway)
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
      const podium = startPodium(gateway, env)
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
      const leader = startPodium(gateway, { PODIUM_DATABASE_URL: url })
      await (await leader.at()).isRead()
      const podium = startPodium(gateway, env)
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
      const podium = startPodium(gateway, env)
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
    const podium = startPodium(gateway, { PODIUM_DATABASE_URL: url })
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

  test.each(seconds)('a restart of the server that takes %i s ends nothing', async (forSeconds) => {
    const own = await startEmbeddedPostgres({ isTimed: false })
    onTestFinished(own.stop)
    const gateway = await startGateway()
    const podium = startPodium(gateway, { PODIUM_DATABASE_URL: own.url })
    await livesThrough(
      { podium, web: await podium.at(), gateway },
      { forSeconds, states: ['unreachable'], begin: own.goAway, end: own.comeBack },
    )
  })

  test('a stop ends a start that waits', async () => {
    const gateway = await startGateway()
    const { relay, env } = await startRelayed()
    await relay.become('refused')
    const podium = startPodium(gateway, env)
    await podium.said(/Podium will be at/)
    podium.kill('SIGTERM')
    expect(await podium.ended).toBe(0)
  })
})
