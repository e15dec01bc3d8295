import type { Kysely, Transaction } from 'kysely'
import type { Engine } from './engine.ts'
import type { Schema } from './schema.ts'
import { storeError } from './store-error.ts'

/** Who collects: one holder at a time, told apart from earlier ones by an epoch that only grows. */
export type Lease = {
  /** `null` while nothing was acquired. */
  epoch: () => number | null
  /** True if it is ours now: it was free, had run out, or was ours already. */
  acquire: (ttlMs: number) => Promise<boolean>
  /** False if somebody else has taken it. */
  renew: (ttlMs: number) => Promise<boolean>
  release: () => Promise<void>
  /** Ends the transaction unless the lease is ours; until it ends nobody can take it. */
  fence: (trx: Transaction<Schema>) => Promise<void>
}

const longestMs = 120_000

export function createLease(engine: Engine, holder: string): Lease {
  const { db, clock, explain } = engine
  let epoch: number | null = null

  const explained =
    <Args extends unknown[], Result>(run: (...args: Args) => Promise<Result>) =>
    (...args: Args): Promise<Result> =>
      run(...args).catch((error: unknown) => {
        throw explain(error)
      })

  async function acquire(ttlMs: number): Promise<boolean> {
    const now = await clock(db)
    const taken = await db
      .updateTable('lease')
      .set((eb) => ({ epoch: eb('epoch', '+', 1), holder, until_ms: now + ttlMs }))
      .where((eb) =>
        eb.or([
          eb('until_ms', '<=', now),
          // Nobody takes it for so long: the clock was set back.
          eb('until_ms', '>', now + longestMs),
          eb('holder', '=', holder),
        ]),
      )
      .returning('epoch')
      .executeTakeFirst()
    epoch = taken?.epoch ?? epoch
    return taken !== undefined
  }

  /** False where the epoch is no longer ours. */
  async function hold(connection: Kysely<Schema>, untilMs: number | null): Promise<boolean> {
    if (epoch === null) return false
    const held = await connection
      .updateTable('lease')
      .set((eb) => ({ until_ms: untilMs ?? eb.ref('until_ms') }))
      .where('epoch', '=', epoch)
      .executeTakeFirst()
    return held.numUpdatedRows === 1n
  }

  return {
    epoch: () => epoch,
    acquire: explained(acquire),
    renew: explained(async (ttlMs) => hold(db, (await clock(db)) + ttlMs)),
    release: explained(async () => {
      const released = hold(db, 0)
      epoch = null
      await released
    }),
    fence: async (trx) => {
      if (!(await hold(trx, null))) throw storeError('fenced')
    },
  }
}
