import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { eventually } from './support/eventually.ts'
import { livesThrough, startPodium } from './support/living-podium.ts'
import { startEmbeddedPostgres } from './support/postgres/embedded-postgres.ts'
import { ask, findPostgres, type PostgresServer } from './support/postgres/postgres-server.ts'
import { startRelay } from './support/relay.ts'
import { startStoppableGateway } from './support/stoppable-gateway.ts'

const key = 'sk-places-1234'

let server: PostgresServer
beforeAll(async () => {
  server = await findPostgres()
})
afterAll(() => server.stop())

async function newDatabase(): Promise<string> {
  const { url, drop } = await server.createDatabase()
  onTestFinished(drop)
  return url
}

test('of two hosts that are named, the one that is there is taken, and the other when it goes', async () => {
  const gateway = await startStoppableGateway(key)
  const url = new URL(await newDatabase())
  const [first, second] = [await startRelay(url), await startRelay(url)]
  await first.become('refused')
  const both = new URL(url)
  const hosts = [first, second].map((relay) => new URL(relay.url).host).join(',')
  const named = both.href.replace(both.host, hosts)
  const podium = startPodium(gateway, { PODIUM_DATABASE_URL: named })
  const web = await podium.at()
  await web.isRead()
  await first.become('open')
  await second.become('refused')
  const { data_version: before } = await web.status()
  await eventually(
    web.status,
    ({ store, data_version: version }) => store.state === 'ok' && version > before,
  )
  gateway.stop()
  await eventually(web.tokens, (tokens) => tokens === gateway.tokens())
  expect(podium.isAlive()).toBe(true)
})

test('of two hosts that are there, one that takes no writes is passed over, as a standby is', async () => {
  const servers = await Promise.all(
    [1, 2].map(async () => {
      const own = await startEmbeddedPostgres({ isTimed: false })
      onTestFinished(own.stop)
      return own
    }),
  )
  const [standby, primary] = servers.map(({ url }) => url)
  if (standby === undefined || primary === undefined) throw new Error('no servers')
  await ask(standby, 'ALTER DATABASE postgres SET default_transaction_read_only = on')
  const hosts = [standby, primary].map((url) => new URL(url).host).join(',')
  const url = `${primary.replace(new URL(primary).host, hosts)}?target_session_attrs=read-write`
  const gateway = await startStoppableGateway(key)
  const podium = startPodium(gateway, { PODIUM_DATABASE_URL: url })
  const web = await podium.at()
  await web.isRead()
  gateway.stop()
  await eventually(web.tokens, (tokens) => tokens === gateway.tokens())
  expect(podium.output()).not.toMatch(/database/i)
})

test('a PostgreSQL that takes no more writes is told as such, and nothing ends', async () => {
  const gateway = await startStoppableGateway(key)
  const url = await newDatabase()
  const name = new URL(url).pathname.slice(1)
  const admin = new URL(url)
  admin.pathname = '/postgres'
  const setReadOnly = async (is: boolean) => {
    await ask(admin.href, `ALTER DATABASE ${name} SET default_transaction_read_only = ${is}`)
    await ask(
      admin.href,
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`,
    )
  }
  const podium = startPodium(gateway, { PODIUM_DATABASE_URL: url })
  await livesThrough(
    { podium, web: await podium.at(), gateway },
    {
      forSeconds: 1,
      states: ['read_only'],
      begin: () => setReadOnly(true),
      end: () => setReadOnly(false),
    },
  )
})

describe('names that no database takes as they are', () => {
  const names = [
    'nul\u0000byte',
    'lone \ud800 surrogate',
    'long '.repeat(4000),
    '\u202eright to left',
    ' ',
  ]

  test.each(['SQLite', 'PostgreSQL'])(
    'end nothing on %s, and their teams are counted',
    async (kind) => {
      const gateway = await startStoppableGateway(key)
      for (const name of names)
        await fetch(`${gateway.url}/team/new`, {
          method: 'POST',
          headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
          body: JSON.stringify({ team_alias: name }),
        })
      const env = kind === 'SQLite' ? {} : { PODIUM_DATABASE_URL: await newDatabase() }
      const podium = startPodium(gateway, env)
      const web = await podium.at()
      await web.isRead()
      await eventually(web.teams, (teams) => teams.length >= 4 + names.length)
      await sleep(1500)
      expect((await web.status()).sources.map(({ state }) => state)).not.toContain('down')
      gateway.stop()
      await eventually(web.tokens, (tokens) => tokens === gateway.tokens())
      expect(podium.isAlive()).toBe(true)
      expect(podium.output()).not.toMatch(/Something failed|\u0000/)
    },
  )
})
