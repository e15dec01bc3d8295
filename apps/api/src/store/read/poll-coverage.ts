import { sql, type Kysely } from 'kysely'
import type { Schema } from '../schema.ts'
import type { PollCoverage, PollGap } from '../../domain/poll-coverage.ts'
import type { Span } from '../../domain/span.ts'

/** The reads just before and after the span count too: what it begins and ends with was seen by them. */
export async function pollCoverage(
  db: Kysely<Schema>,
  span: Span,
  longestMs: number,
): Promise<PollCoverage | null> {
  const [from, to] = [span.from * 1000, span.to * 1000]
  const first = (await edge(db, 'max', '<=', from)) ?? (await edge(db, 'min', '>=', from))
  const last = (await edge(db, 'min', '>=', to)) ?? (await edge(db, 'max', '<=', to))
  if (first === null || last === null) return null
  return { first, last, gaps: await gapsBetween(db, { first, last, longestMs }) }
}

function good(db: Kysely<Schema>) {
  return db.selectFrom('poll as p').where('p.source', '=', 'activity').where('p.outcome', '=', 'ok')
}

async function edge(
  db: Kysely<Schema>,
  which: 'min' | 'max',
  side: '<=' | '>=',
  at: number,
): Promise<number | null> {
  const read = await good(db)
    .select('p.started_ms')
    .where('p.started_ms', side, at)
    .orderBy('p.started_ms', which === 'min' ? 'asc' : 'desc')
    .limit(1)
    .executeTakeFirst()
  return read?.started_ms ?? null
}

type Reads = { first: number; last: number; longestMs: number }

/**
 * From a read to the last one that is not too far from it, and so on: what lies between has no gap, and of all the
 * reads few are looked at.
 */
async function gapsBetween(
  db: Kysely<Schema>,
  { first, last, longestMs }: Reads,
): Promise<PollGap[]> {
  const next = (from: 'desc' | 'asc') =>
    good(db)
      .select('p.started_ms')
      .where('p.started_ms', '>', sql<number>`step.at`)
      .$if(from === 'desc', (near) =>
        near.where('p.started_ms', '<=', sql<number>`step.at + ${longestMs}`),
      )
      .orderBy('p.started_ms', from)
      .limit(1)
  const rows = await db
    .withRecursive('step(at, before)', (cte) =>
      cte
        .selectNoFrom([
          sql<number>`CAST(${first} AS BIGINT)`.as('at'),
          sql<number>`CAST(${first} AS BIGINT)`.as('before'),
        ])
        .unionAll((steps) =>
          steps
            .selectFrom('step')
            .select([
              sql<number>`coalesce((${next('desc')}), (${next('asc')}))`.as('at'),
              'step.at as before',
            ])
            .where('step.at', '<', last),
        ),
    )
    .selectFrom('step')
    .select(['step.before as from', 'step.at as to'])
    .where(sql<number>`step.at - step.before`, '>', longestMs)
    .orderBy('step.at')
    .execute()
  return rows
}
