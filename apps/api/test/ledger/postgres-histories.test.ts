import { afterAll, beforeAll, test } from 'vitest'
import { storeLocation } from '../../src/store/store-location.ts'
import type { TestPlace } from '../store/support/test-place.ts'
import { playInStores } from '../support/ledger/play-in-stores.ts'
import { runs } from '../support/runs.ts'
import { findPostgres, type PostgresServer } from '../support/postgres/postgres-server.ts'

let server: PostgresServer
beforeAll(async () => {
  server = await findPostgres()
})
afterAll(() => server.stop())

async function newDatabase(): Promise<TestPlace> {
  const { url, drop } = await server.createDatabase()
  return { place: storeLocation(url, { directory: '', poolSize: 3 }), remove: drop }
}

test(
  'the invariant holds in PostgreSQL, whatever happens',
  () => playInStores(newDatabase, runs(10, 300)),
  1_800_000,
)
