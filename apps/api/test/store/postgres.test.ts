import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { connectStore, guardStore } from '../../src/store/open-store.ts'
import { assertVersion } from '../../src/store/postgres/assert-server-version.ts'
import { storeLocation } from '../../src/store/store-location.ts'
import { ask, findPostgres, type PostgresServer } from '../support/postgres/postgres-server.ts'
import { describeKeeping } from './keeping-suite.ts'
import { describeSlices } from './slices-suite.ts'
import { describeSumming } from './summing-suite.ts'
import { describeNames } from './names-suite.ts'
import { describeStore } from './store-suite.ts'
import { describeVersions } from './versions-suite.ts'
import { describeWriting } from './writing-suite.ts'
import { count, day, increase } from './support/bookings.ts'
import { spawnChild } from './support/spawn-child.ts'
import { openStore, type TestPlace } from './support/test-place.ts'

let server: PostgresServer
let shared: Awaited<ReturnType<PostgresServer['createDatabase']>>
beforeAll(async () => {
  server = await findPostgres()
  shared = await server.createDatabase()
})
afterAll(async () => {
  await shared.drop()
  await server.stop()
})

/** One database for all tests, since a new one takes a while: each finds it empty. */
function newDatabase(): Promise<TestPlace> {
  return Promise.resolve({
    place: storeLocation(shared.url, { directory: '', poolSize: 3 }),
    remove: () => ask(shared.url, 'DROP SCHEMA podium CASCADE'),
  })
}

describeStore('PostgreSQL', newDatabase)
describeWriting('PostgreSQL', newDatabase)
describeNames('PostgreSQL', newDatabase)
describeKeeping('PostgreSQL', newDatabase)
describeSumming('PostgreSQL', newDatabase)
describeSlices('PostgreSQL', newDatabase)
describeVersions('PostgreSQL', newDatabase)

it('refuses a server that lacks MERGE, in a sentence', () => {
  expect(() => assertVersion(140_019)).toThrow('Podium needs 15 or newer')
  expect(() => assertVersion(Number.NaN)).not.toThrow()
  expect(() => assertVersion(150_000)).not.toThrow()
})

it.each([
  'CREATE TABLE "LiteLLM_TeamTable" (team_id text)',
  'CREATE SCHEMA gateway; CREATE TABLE gateway."LiteLLM_DailyTeamSpend" (id text)',
  'CREATE SCHEMA podium; CREATE TABLE podium._prisma_migrations (id text)',
])('a database of the gateway is refused: %s', async (statement) => {
  const { url, drop } = await server.createDatabase()
  await ask(url, statement)
  const place = storeLocation(url, { directory: '', poolSize: 1 })
  await expect(guardStore({ place, now: Date.now })).rejects.toMatchObject({
    kind: 'foreign_tables',
    message: 'This database belongs to LiteLLM: give Podium one of its own.',
  })
  await drop()
})

it('a collector that is stopped in the middle of a poll is replaced, and writes nothing when it wakes', async () => {
  const { place, remove } = await newDatabase()
  const stopped = spawnChild(place, ['--linger'])
  const said = createInterface({ input: stopped.stdout })[Symbol.asyncIterator]()
  while ((await said.next()).value !== 'inside');
  stopped.kill('SIGSTOP')

  const store = connectStore({ place, now: Date.now })
  expect(await store.lease.acquire(60_000)).toBe(true)
  const cell = { teamId: 'team-a', model: 'gpt', key: 'hash' }
  await store.write((tx) => increase(tx, 1, [{ cell, counters: count(1) }]))

  stopped.kill('SIGCONT')
  const { value: lastWords } = await said.next()
  expect(lastWords).toMatch(/^(fenced|unreachable): /)
  expect(await store.cellTotals({ from: day, to: day })).toEqual([{ ...cell, counters: count(1) }])
  await store.close()
  await remove()
})

it('what is written is announced to whoever listens on the same database', async () => {
  const { place, remove } = await newDatabase()
  const opened = await openStore(place)
  const reader = connectStore({ place, now: Date.now })
  let notices = 0
  const { promise: noticed, resolve } = Promise.withResolvers<undefined>()
  const stop = reader.listen(() => {
    notices += 1
    resolve(undefined)
  })
  // It listens a moment after it was asked to.
  while (notices === 0) {
    await opened.store.write((tx) => tx.forgetPolls(0))
    await Promise.race([noticed, sleep(50)])
  }
  await stop()
  const heard = notices
  await opened.store.write((tx) => tx.forgetPolls(0))
  expect(notices).toBe(heard)
  await reader.close()
  await opened[Symbol.asyncDispose]()
  await remove()
})

it('a server that nobody answers at is named unreachable, without its password', async () => {
  const url = 'postgresql://podium:canary-password@127.0.0.1:1/podium'
  const place = storeLocation(url, { directory: '', poolSize: 1 })
  await expect(guardStore({ place, now: Date.now })).rejects.toMatchObject({
    kind: 'unreachable',
    message: 'The database cannot be reached.',
  })
})
