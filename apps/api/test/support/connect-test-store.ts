import type { Delta } from '../../src/ledger/delta.ts'
import { dayNumber } from '../../src/store/day-number.ts'
import { toDelta } from '../../src/store/delta-row.ts'
import { connectStore, openEngine, type Store } from '../../src/store/open-store.ts'
import type { PollRecord } from '../../src/store/poll-record.ts'
import type { StoreLocation } from '../../src/store/store-location.ts'

/** A store, and what stands in its tables that the product does not ask for. */
export type TestStore = Store & {
  /** Everything that was booked on one day, placed and not; oldest first. */
  deltas: (day: string) => Promise<Delta[]>
  /** Newest first. */
  polls: () => Promise<PollRecord[]>
}

export function connectTestStore(options: { place: StoreLocation; now: () => number }): TestStore {
  const store = connectStore(options)
  const { readerDb: db, close } = openEngine(options)
  return {
    ...store,
    deltas: async (day) => {
      const rows = await db
        .selectFrom('delta as d')
        .innerJoin('cell', (join) =>
          join.onRef('cell.team', '=', 'd.team').onRef('cell.id', '=', 'd.cell'),
        )
        .innerJoin('team', 'team.id', 'd.team')
        .innerJoin('model', 'model.id', 'cell.model')
        .innerJoin('key', 'key.id', 'cell.key')
        .selectAll('d')
        .select(['team.team_id', 'model.name', 'key.key'])
        .where('d.day', '=', dayNumber(day))
        .orderBy('d.start')
        .execute()
      return rows.map((row) => toDelta(row, { teamId: row.team_id, model: row.name, key: row.key }))
    },
    polls: async () => {
      const rows = await db.selectFrom('poll').selectAll().orderBy('started_ms', 'desc').execute()
      return rows.map(({ source, started_ms, took_ms, outcome, changed }) => ({
        source,
        outcome,
        changed,
        startedAt: started_ms,
        finishedAt: started_ms + took_ms,
      }))
    },
    close: async () => {
      await close()
      await store.close()
    },
  }
}
