import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connectStore, guardStore, type Store } from './open-store.ts'
import { explainSqlite } from './sqlite/sqlite-error.ts'
import type { OnStoreTrouble } from './store-trouble.ts'
import { storeLocation, type StoreLocation } from './store-location.ts'
import { hourMs } from '../domain/utc-day.ts'

/** Whoever reads here has a page that waits for an answer. */
const silenceMs = 15_000

type Wanted = {
  /** `null` is a simulated gateway, whose numbers must not be kept. */
  gateway: unknown
  databaseUrl: string | null
  poolSize: number
  dataDirectory: string
}

/** Takes the place of the data for this process: the lock, the check, the migrations, an hourly backup. */
export async function openLocation(
  building: AsyncDisposableStack,
  wanted: Wanted,
  {
    now,
    say,
    onTrouble,
    beforeRead,
  }: {
    now: () => number
    say: (line: string) => void
    onTrouble: OnStoreTrouble
    beforeRead: () => void
  },
): Promise<{ place: StoreLocation; store: Store }> {
  const place =
    wanted.gateway === null
      ? temporaryLocation(building)
      : storeLocation(wanted.databaseUrl, {
          directory: wanted.dataDirectory,
          poolSize: wanted.poolSize,
        })
  const guard = await guardStore({ place, now })
  building.defer(() => guard.release())
  if (guard.damage !== null)
    say(
      guard.damage.restored === null
        ? 'The database was damaged: it has been set aside, and what the gateway still knows is read again.'
        : 'The database was damaged: it has been set aside, and its latest backup is in its place.',
    )
  const store = connectStore({ place, now, onTrouble, beforeRead, silenceMs })
  building.defer(() => store.close())
  const backups = setInterval(() => {
    guard.backup().catch((error: unknown) => onTrouble('backup', explainSqlite(error)))
  }, hourMs).unref()
  building.defer(() => clearInterval(backups))
  return { place, store }
}

/** Deleted at the end, last of all. */
function temporaryLocation(building: AsyncDisposableStack): StoreLocation {
  const directory = mkdtempSync(join(tmpdir(), 'podium-demo-'))
  building.defer(() => rmSync(directory, { recursive: true, force: true }))
  return storeLocation(null, { directory, poolSize: 1 })
}
