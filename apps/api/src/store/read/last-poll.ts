import type { Kysely } from 'kysely'
import type { Schema } from '../schema.ts'
import type { PollRecord } from '../poll-record.ts'

/** By the table's own order: two weeks of polls are not looked through. */
export async function lastPoll(db: Kysely<Schema>, source: string): Promise<PollRecord | null> {
  const row = await db
    .selectFrom('poll')
    .selectAll()
    .where('source', '=', source)
    .orderBy('started_ms', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (row === undefined) return null
  const { started_ms: startedAt, took_ms, outcome, changed } = row
  return { source, startedAt, finishedAt: startedAt + took_ms, outcome, changed }
}
