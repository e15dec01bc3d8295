import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { guardStore } from '@podium/api/src/store/open-store.ts'
import { storeLocation, type StoreLocation } from '@podium/api/src/store/store-location.ts'
import { findPostgres } from '@podium/api/test/support/postgres/postgres-server.ts'

export type PlaceKind = StoreLocation['kind']

export const placeNames: Record<PlaceKind, string> = { file: 'SQLite', postgres: 'PostgreSQL' }

/** A new, empty place for data of either kind, gone afterwards. */
export async function withPlace<Result>(
  kind: PlaceKind,
  work: (place: StoreLocation) => Promise<Result>,
): Promise<Result> {
  await using made = new AsyncDisposableStack()
  const place = kind === 'file' ? newFile(made) : await newDatabase(made)
  const guard = await guardStore({ place, now: Date.now })
  made.defer(() => guard.release())
  return await work(place)
}

function newFile(made: AsyncDisposableStack): StoreLocation {
  const directory = mkdtempSync(join(tmpdir(), 'podium-bench-'))
  made.defer(() => rmSync(directory, { recursive: true }))
  return storeLocation(null, { directory, poolSize: 1 })
}

async function newDatabase(made: AsyncDisposableStack): Promise<StoreLocation> {
  const server = await findPostgres({ isTimed: true })
  made.defer(() => server.stop())
  const { url, drop } = await server.createDatabase()
  made.defer(() => drop())
  return storeLocation(url, { directory: '', poolSize: 3 })
}
