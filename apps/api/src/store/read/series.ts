import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Counters } from '@podium/litellm-client'
import { sql, type Kysely } from 'kysely'
import type { Delta, Reason, Width } from '../../ledger/delta.ts'
import { toCounters, type CounterColumns } from '../counter-columns.ts'
import { dayNumber } from '../day-number.ts'
import { reasonOf } from '../reason-code.ts'
import type { Schema } from '../schema.ts'
import { counterSums } from './counter-sums.ts'
import { toDelta } from './delta-row.ts'
import type { Span } from './ranges.ts'
import { byTeams, rowsAtOnce } from './slices.ts'

type Db = Kysely<Schema>

/** What was placed into one hour; `backfilled` parts stand apart. */
export type TeamHour = {
  teamId: string | null
  start: number
  reason: Reason | null
  counters: Counters
}

/** What was placed into one bucket of `width` minutes. */
export type ModelBucket = {
  model: string
  start: number
  width: Width
  reason: Reason | null
  counters: Counters
}

/** In any order. */
export async function teamHours(db: Db, { from, to }: Span): Promise<TeamHour[]> {
  return byTeams(db, Math.ceil((to - from) / secondsPerHour), async ({ least, most }) => {
    const rows = await db
      .selectFrom('team')
      .crossJoin('team_hour as h')
      .whereRef('h.team', '=', 'team.id')
      .selectAll('h')
      .select('team.team_id')
      .where('team.id', '>=', least)
      .where('team.id', '<=', most)
      .where('h.start', '>=', from)
      .where('h.start', '<', to)
      .execute()
    return rows.map((row) => ({
      teamId: row.team_id,
      start: row.start,
      reason: reasonOf(row.reason),
      counters: toCounters(row),
    }))
  })
}

/** All teams together; oldest first. */
export async function modelBuckets(db: Db, span: Span): Promise<ModelBucket[]> {
  const models = await db.selectFrom('model').select(['id', 'name']).execute()
  const names = new Map(models.map(({ id, name }) => [id, name]))
  const buckets: ModelBucket[] = []
  let after: BucketKey | undefined = { start: span.from, width: 0, reason: 0, model: 0 }
  while (after !== undefined) {
    const rows = await readBuckets(db, span, after)
    for (const row of rows) buckets.push(toBucket(row, names.get(row.model) ?? ''))
    after = rows.length < rowsAtOnce ? undefined : rows.at(-1)
    await nextTurn()
  }
  return buckets
}

type BucketKey = { start: number; width: number; reason: number; model: number }

/** Those that come next after one of them. */
function readBuckets(db: Db, { from, to }: Span, after: BucketKey) {
  const { start, width, reason, model } = after
  return db
    .selectFrom('model_bucket as b')
    .selectAll()
    .where('b.start', '>=', from)
    .where('b.start', '<', to)
    .where(
      sql<boolean>`(b.start, b.width, b.reason, b.model) > (${start}, ${width}, ${reason}, ${model})`,
    )
    .orderBy('b.start')
    .orderBy('b.width')
    .orderBy('b.reason')
    .orderBy('b.model')
    .limit(rowsAtOnce)
    .execute()
}

/** The part of one team in `modelBuckets`. */
export async function teamBuckets(
  db: Db,
  { from, to }: Span,
  teamId: string | null,
): Promise<ModelBucket[]> {
  const rows = await db
    .selectFrom('team')
    .crossJoin('delta as d')
    .whereRef('d.team', '=', 'team.id')
    .innerJoin('cell', (join) =>
      join.onRef('cell.team', '=', 'd.team').onRef('cell.id', '=', 'd.cell'),
    )
    .innerJoin('model', 'model.id', 'cell.model')
    .select(['d.start', 'd.width', 'd.reason', 'model.name', ...counterSums('d')])
    .where('team.team_id', teamId === null ? 'is' : '=', teamId)
    .where('d.day', '>=', Math.floor(from / secondsPerDay))
    .where('d.day', '<=', Math.floor(to / secondsPerDay))
    .where('d.start', '>=', from)
    .where('d.start', '<', to)
    .where('d.width', '<', 1440)
    .groupBy(['d.start', 'd.width', 'd.reason', 'model.name'])
    .orderBy('d.start')
    .execute()
  return rows.map((row) => toBucket(row, row.name))
}

const secondsPerHour = 3600
const secondsPerDay = 86_400

type BucketRow = CounterColumns & { start: number; width: Width; reason: number }

function toBucket(row: BucketRow, model: string): ModelBucket {
  return {
    model,
    start: row.start,
    width: row.width,
    reason: reasonOf(row.reason),
    counters: toCounters(row),
  }
}

/** Everything that was booked on one day, placed and not. */
export async function dayDeltas(db: Db, day: string): Promise<Delta[]> {
  const rows = await db
    .selectFrom('team')
    .crossJoin('delta as d')
    .whereRef('d.team', '=', 'team.id')
    .innerJoin('cell', (join) =>
      join.onRef('cell.team', '=', 'd.team').onRef('cell.id', '=', 'd.cell'),
    )
    .innerJoin('model', 'model.id', 'cell.model')
    .innerJoin('key', 'key.id', 'cell.key')
    .selectAll('d')
    .select(['team.team_id', 'model.name', 'key.key'])
    .where('d.day', '=', dayNumber(day))
    .orderBy('d.start')
    .execute()
  return rows.map((row) => toDelta(row, { teamId: row.team_id, model: row.name, key: row.key }))
}
