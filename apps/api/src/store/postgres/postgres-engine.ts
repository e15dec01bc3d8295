import { Kysely, PostgresDialect, sql } from 'kysely'
import type { Engine } from '../engine.ts'
import type { Schema } from '../schema.ts'
import type { OnStoreTrouble } from '../store-trouble.ts'
import { postgresBulk } from './bulk.ts'
import { listenForNotices, notify } from './notices.ts'
import { createPool } from './pool.ts'
import { explainPostgres } from './postgres-error.ts'
import { schemaName } from './schema-name.ts'

type PostgresOptions = {
  url: string
  poolSize: number
  silenceMs: number
  onTrouble: OnStoreTrouble
}

const whileWriting = {
  // A collector that was stopped in a transaction must not keep its successor waiting.
  idle_in_transaction_session_timeout: '5s',
  lock_timeout: '8s',
  // Else the planner, which cannot know how few the rows of a poll are, may read the whole of a large table.
  enable_hashjoin: 'off',
  enable_mergejoin: 'off',
  enable_seqscan: 'off',
  jit: 'off',
}

export function openPostgres({ url, poolSize, silenceMs, onTrouble }: PostgresOptions): Engine {
  const pool = createPool({
    url,
    size: poolSize,
    silenceMs,
    onIdleError: (error) => onTrouble('connection', error),
  })
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) }).withSchema(schemaName)
  return {
    db,
    readerDb: db,
    bulk: postgresBulk,
    beginWrite: async (trx) => {
      const local = Object.entries(whileWriting).map(
        ([name, value]) => sql`set_config(${name}, ${value}, true)`,
      )
      await sql`SELECT ${sql.join(local)}`.execute(trx)
    },
    clock: async (connection) => {
      const { rows } = await sql<{ ms: number }>`
        SELECT floor(extract(epoch FROM clock_timestamp()) * 1000) AS ms`.execute(connection)
      const [row] = rows
      if (row === undefined) throw new Error('PostgreSQL told no time')
      return row.ms
    },
    explain: explainPostgres,
    announce: async () => {
      // Lost, or not known to this engine: others find the new version by looking.
      await sql
        .raw(notify)
        .execute(db)
        .catch(() => undefined)
    },
    listen: (onNotice) => listenForNotices(url, onNotice, (error) => onTrouble('notices', error)),
    shrink: () => Promise.resolve(),
    bytes: async () => {
      const { rows } = await sql<{ bytes: string }>`
        SELECT coalesce(sum(pg_total_relation_size(oid)), 0)::text AS bytes
        FROM pg_class WHERE relnamespace = ${schemaName}::regnamespace AND relkind = 'r'`.execute(
        db,
      )
      return Number(rows[0]?.bytes ?? 0)
    },
    close: () => db.destroy(),
  }
}
