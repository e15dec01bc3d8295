import type { Transaction } from 'kysely'
import type { Engine } from '../engine.ts'
import type { Lease } from '../lease.ts'
import type { Schema } from '../schema.ts'
import { DayCache } from './day-cache.ts'
import { IdRegistry } from './id-registry.ts'
import { openTx, type WriteTx } from './write-tx.ts'
import { bumpVersion } from './versions.ts'
import type { Writing } from './writing.ts'

export type Write = <Result>(work: (tx: WriteTx) => Promise<Result>) => Promise<Result>

/** One transaction at a time, each fenced by the lease, kept whole or not at all. */
export function createWrite(engine: Engine, lease: Lease): Write {
  let known: { epoch: number | null; names: IdRegistry; days: DayCache } | null = null
  let last: Promise<unknown> = Promise.resolve()

  async function begin(trx: Transaction<Schema>): Promise<Writing> {
    await engine.beginWrite(trx)
    await lease.fence(trx)
    const state = await trx
      .selectFrom('state')
      .select(['folded_before', 'purged_before', 'weeks_before'])
      .executeTakeFirstOrThrow()
    if (known?.epoch !== lease.epoch())
      known = { epoch: lease.epoch(), names: await IdRegistry.load(trx), days: new DayCache() }
    return {
      trx,
      bulk: engine.bulk(trx),
      names: known.names,
      days: known.days,
      foldedBefore: state.folded_before,
      purgedBefore: state.purged_before,
      weeksBefore: state.weeks_before,
    }
  }

  async function transact<Result>(work: (tx: WriteTx) => Promise<Result>): Promise<Result> {
    try {
      return await engine.db.transaction().execute(async (trx) => {
        const { tx, hasChanged, hasRenamed, end } = openTx(await begin(trx))
        try {
          const result = await work(tx)
          if (hasChanged()) await bumpVersion(trx, { names: hasRenamed() })
          return result
        } finally {
          end()
        }
      })
    } catch (error) {
      // Ids that were given out in a transaction that failed belong to nothing.
      known = null
      throw engine.explain(error)
    }
  }

  return (work) => {
    const turn = last.then(() => transact(work))
    last = turn.catch(() => undefined)
    return turn
  }
}
