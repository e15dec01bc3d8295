import type { Kysely } from 'kysely'
import type { Correction, DayCoverage } from '../../domain/day-coverage.ts'
import { toCounters } from '../counter-columns.ts'
import { dayNumber, dayText } from '../day-number.ts'
import type { Schema } from '../schema.ts'
import { dayNumbers } from './ranges.ts'
import type { DayRange } from '../../domain/span.ts'

type Db = Kysely<Schema>

/** Oldest first. */
export async function coverage(db: Db, range: DayRange): Promise<DayCoverage[]> {
  const { first, last } = dayNumbers(range)
  const gaps = await db
    .selectFrom('day_gap')
    .selectAll()
    .where('day', '>=', first)
    .where('day', '<=', last)
    .orderBy('from_ms')
    .execute()
  const gapsOf = Map.groupBy(gaps, ({ day }) => day)
  const rows = await db
    .selectFrom('day_read')
    .selectAll()
    .where('day', '>=', first)
    .where('day', '<=', last)
    .orderBy('day')
    .execute()
  return rows.map((row) => ({
    day: dayText(row.day),
    startedAt: row.started_ms,
    finishedAt: row.finished_ms,
    source: row.source,
    firstReadAt: row.first_ms,
    gaps: (gapsOf.get(row.day) ?? []).map(({ from_ms, to_ms }) => ({ from: from_ms, to: to_ms })),
  }))
}

/** When the first accepted read of a day began, in milliseconds: its baseline was there before. */
export async function firstRead(db: Db, day: string): Promise<number | null> {
  const row = await db
    .selectFrom('day_read')
    .select('first_ms')
    .where('day', '=', dayNumber(day))
    .executeTakeFirst()
  return row?.first_ms ?? null
}

/** Newest first. */
export async function corrections(db: Db, range: DayRange): Promise<Correction[]> {
  const { first, last } = dayNumbers(range)
  const rows = await db
    .selectFrom('correction as c')
    .innerJoin('team', 'team.id', 'c.team')
    .innerJoin('cell', (join) =>
      join.onRef('cell.team', '=', 'c.team').onRef('cell.id', '=', 'c.cell'),
    )
    .innerJoin('model', 'model.id', 'cell.model')
    .innerJoin('key', 'key.id', 'cell.key')
    .selectAll('c')
    .select(['team.team_id', 'model.name', 'key.key'])
    .where('c.day', '>=', first)
    .where('c.day', '<=', last)
    .orderBy('c.at_ms', 'desc')
    .execute()
  return rows.map((row) => ({
    teamId: row.team_id,
    model: row.name,
    key: row.key,
    day: dayText(row.day),
    at: row.at_ms,
    counters: toCounters(row),
  }))
}

/** What the collector said last, as JSON, for processes that do not collect. */
export async function collectorEvents(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('told').select('body').orderBy('name').execute()
  return rows.map(({ body }) => body)
}
