import { closeSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Status } from '@podium/contracts'
import { createGatewaySimulator } from '@podium/gateway-simulator'
import { expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { runMain } from './support/run-main.ts'

/** What `npm start` runs, on a simulated gateway that has been read once. */
async function startBuilt(env: Record<string, string> = {}) {
  const simulator = createGatewaySimulator({
    profile: '1.109',
    seed: 3,
    teams: 4,
    startsAt: Date.now() - 3_600_000,
    now: Date.now,
    masterKey: 'sk-canary-1234',
  })
  const gateway = await simulator.listen()
  onTestFinished(() => gateway.close())
  const podium = runMain({
    LITELLM_BASE_URL: gateway.url,
    LITELLM_API_KEY: 'sk-canary-1234',
    POLL_SECONDS: '1',
    ...env,
  })
  const [, url = ''] = await podium.said(/Podium is at (http:[^\s"]+)/)
  await podium.said(/The gateway answers\./)
  return { podium, url }
}

/** Another program opens the file that Podium has open. */
function openStoreOf({ cwd }: { cwd: string }): DatabaseSync {
  return new DatabaseSync(join(cwd, 'data/podium.db'), { timeout: 30_000 })
}

const Page = z.object({ at: z.int() })

/** The disk loses the page on which the table of the teams begins. */
function loseTeams(podium: { cwd: string }): void {
  using database = openStoreOf(podium)
  const { at } = Page.parse(
    database
      .prepare(
        `SELECT (rootpage - 1) * (SELECT page_size FROM pragma_page_size) AS at
         FROM sqlite_schema WHERE name = 'team'`,
      )
      .get(),
  )
  // All that was written is in the file then, and everybody reads it again from there.
  database.exec('PRAGMA wal_checkpoint(TRUNCATE); PRAGMA user_version = 1')
  const file = openSync(join(podium.cwd, 'data/podium.db'), 'r+')
  writeSync(file, Buffer.alloc(512, 0xff), 0, 512, at)
  closeSync(file)
}

/** The source at a place such as `apps/api/src/main.ts:12:3`. */
function sourceAt(place: string): string {
  const [path = '', line] = place.split(':')
  const lines = readFileSync(join(import.meta.dirname, '../../..', path), 'utf8').split('\n')
  return lines[Number(line) - 1] ?? ''
}

const places = /(apps\/api\/src\/[\w./-]+\.ts:\d+):\d+ < apps\/api\/src\/\S+\.ts:\d+:\d+/

const formats = {
  text: /A request failed: StoreError: ERR_SQLITE_ERROR: The database is damaged \((.+)\)\.\n/,
  json: /\{"level":"error".+"message":"The database is damaged\."(.+"route":"\/tokens".+)\}\n/,
}

test.each(['text', 'json'] as const)(
  'the log of the built server names a fault of a request and its line of the source, as %s',
  async (LOG_FORMAT) => {
    const { podium, url } = await startBuilt({ LOG_FORMAT })
    loseTeams(podium)
    const askTokens = async () => (await fetch(`${url}/tokens?start_date=2026-01-01`)).status
    await expect.poll(askTokens).toBe(503)
    const [, told = ''] = await podium.said(formats[LOG_FORMAT])
    const [, place = ''] = places.exec(told) ?? []
    expect(sourceAt(place)).toContain('new StoreError(')
    expect(podium.output()).not.toContain('malformed')
  },
)

test('an error of the database that nobody expects fails a poll, is told with its place, and ends nothing', async () => {
  const { podium, url } = await startBuilt()
  {
    using database = openStoreOf(podium)
    database.exec('DROP TABLE delta')
  }
  const [, place = ''] = await podium.said(
    /Something failed: StoreError: ERR_SQLITE_ERROR: The database reports an error of its own \((apps\/api\/src\/store\/\S+:\d+):\d+ < .+\)\.\n/,
  )
  expect(sourceAt(place)).toContain('new StoreError(')
  await podium.said(/what is known is still shown, and Podium tries again by itself\.\n/)
  expect(podium.output()).not.toContain('no such table')
  const status = Status.parse(await (await fetch(`${url}/api/v1/status`)).json())
  expect(status.store.state).toBe('failed')
  expect(status.sources[0]).toMatchObject({ name: 'activity', reason: 'store' })
})
