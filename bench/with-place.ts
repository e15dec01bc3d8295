import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { guardStore } from '@podium/api/src/store/open-store.ts'
import { storePlace, type StorePlace } from '@podium/api/src/store/store-place.ts'
import { findPostgres } from '@podium/api/test/support/postgres/postgres-server.ts'

export type PlaceKind = StorePlace['kind']

export const placeNames: Record<PlaceKind, string> = { file: 'SQLite', postgres: 'PostgreSQL' }

/** A new, empty place for data of either kind, gone afterwards. */
export async function withPlace<Result>(
  kind: PlaceKind,
  work: (place: StorePlace) => Promise<Result>,
): Promise<Result> {
  await using made = new AsyncDisposableStack()
  const place = kind === 'file' ? newFile(made) : await newDatabase(made)
  const guard = await guardStore({ place, now: Date.now })
  made.defer(() => guard.release())
  return await work(place)
}

function newFile(made: AsyncDisposableStack): StorePlace {
  const directory = mkdtempSync(join(tmpdir(), 'podium-bench-'))
  made.defer(() => rmSync(directory, { recursive: true }))
  return storePlace(null, { directory, poolSize: 1 })
}

async function newDatabase(made: AsyncDisposableStack): Promise<StorePlace> {
  const server = await findPostgres()
  made.defer(() => server.stop())
  const { url, drop } = await server.createDatabase({ isTimed: true })
  made.defer(() => drop())
  return storePlace(url, { directory: '', poolSize: 3 })
}
