import { randomUUID } from 'node:crypto'
import type { Engine } from './engine.ts'
import { keepSecret } from './keep-secret.ts'
import { createLease, type Lease } from './lease.ts'
import { guardDatabase } from './postgres/guard-database.ts'
import { migrations } from './migrations/index.ts'
import { schemaNumber } from './migrations/migrate.ts'
import { openPostgres } from './postgres/postgres-engine.ts'
import { createReader, type Reader } from './read/reader.ts'
import { makeBackup } from './sqlite/backups.ts'
import { guardFile } from './sqlite/guard-file.ts'
import type { Damage } from './sqlite/replace-damaged.ts'
import type { OnStoreTrouble } from './store-trouble.ts'
import { openSqlite } from './sqlite/sqlite-engine.ts'
import type { StoreLocation } from './store-location.ts'
import { createWrite, type Write } from './write/writer.ts'

type StoreOptions = {
  place: StoreLocation
  now: () => number
  /** What failed while nobody asked; the next question tries again. */
  onTrouble?: OnStoreTrouble
  /** Throws where it is known that nothing can be read: whoever asks is not kept waiting. */
  beforeRead?: () => void
  /** How long a server may be silent in the middle of a question before it counts as away; 0 is for ever. */
  silenceMs?: number
}

const defaultSilenceMs = 30_000

/** Holds the place for this process; what it found there. */
export type Guard = {
  damage: Damage | null
  /** Beside the file; null where the server's owner makes the backups. */
  backup: () => Promise<string | null>
  release: () => void
}

export type Store = Reader & {
  /** The only way to anything that writes. All of it is kept, or nothing. */
  write: Write
  lease: Lease
  /** The value of a name, kept now where there is none yet. */
  keepSecret: (name: string, value: string) => Promise<string>
  /** Calls back when another process may have written, until it is stopped; not every engine can tell. */
  listen: (onNotice: () => void) => () => Promise<void>
  /** Whether the tables are as this release wants them; rejects where the place cannot be reached. */
  isMigrated: () => Promise<boolean>
  /** What the data takes on the disk. */
  bytes: () => Promise<number>
  /** Gives the room of what was deleted back to the disk. */
  shrink: () => Promise<void>
  close: () => Promise<void>
}

/** Once per process, before anything is opened: the lock, the check, the migrations. */
export async function guardStore({ place, now }: StoreOptions): Promise<Guard> {
  if (place.kind === 'postgres') {
    await guardDatabase(place.url, now)
    return { damage: null, backup: () => Promise.resolve(null), release: () => undefined }
  }
  const { path } = place
  const { damage, release } = await guardFile(path, now)
  return { damage, backup: () => makeBackup(path, new Date(now())), release }
}

/** Any number of times while the place is guarded, in any thread of the process. */
export function connectStore(options: StoreOptions): Store {
  return createStore(openEngine(options), options.beforeRead)
}

export function createStore(engine: Engine, beforeRead?: () => void): Store {
  const lease = createLease(engine, randomUUID())
  const write = createWrite(engine, lease)
  return {
    ...createReader(engine, beforeRead),
    write: async (work) => {
      const result = await write(work)
      await engine.announce()
      return result
    },
    lease,
    keepSecret: (name, value) => keepSecret(engine, name, value),
    listen: engine.listen,
    isMigrated: async () => (await schemaNumber(engine.readerDb)) === migrations.at(-1)?.number,
    bytes: () =>
      engine.bytes().catch((error: unknown) => {
        throw engine.explain(error)
      }),
    shrink: engine.shrink,
    close: engine.close,
  }
}

export function openEngine(options: StoreOptions): Engine {
  const { place, now, onTrouble = () => undefined, silenceMs = defaultSilenceMs } = options
  return place.kind === 'file'
    ? openSqlite({ path: place.path, now })
    : openPostgres({ ...place, silenceMs, onTrouble })
}
