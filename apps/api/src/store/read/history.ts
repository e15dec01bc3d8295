import type { Kysely } from 'kysely'
import type { Counters } from '@podium/litellm-client'
import type { CellName } from '../../domain/cell.ts'
import type { ReadMoment } from '../../ledger/day-read.ts'
import { toCounters } from '../counter-columns.ts'
import { dayNumber, dayText } from '../day-number.ts'
import type { Schema } from '../schema.ts'
import type { PollRecord } from '../write/record-poll.ts'
import { dayNumbers } from './ranges.ts'
import type { DayRange } from '../../domain/span.ts'

type Db = Kysely<Schema>

/** A day that was read, and when last. A day that is missing is not known, which is not nothing. */
export type DayCoverage = ReadMoment & { day: string }

export type StoredCorrection = CellName & { day: string; at: number; counters: Counters }

/** Oldest first. */
export async function coverage(db: Db, range: DayRange): Promise<DayCoverage[]> {
  const { first, last } = dayNumbers(range)
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
  }))
}

export async function firstRead(db: Db, day: string): Promise<number | null> {
  const row = await db
    .selectFrom('day_read')
    .select('first_ms')
    .where('day', '=', dayNumber(day))
    .executeTakeFirst()
  return row?.first_ms ?? null
}

/** Newest first. */
export async function recentPolls(db: Db, limit: number): Promise<PollRecord[]> {
  const rows = await db
    .selectFrom('poll')
    .selectAll()
    .orderBy('started_ms', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    source: row.source,
    startedAt: row.started_ms,
    finishedAt: row.started_ms + row.took_ms,
    outcome: row.outcome,
    changed: row.changed,
  }))
}

/** Newest first. */
export async function corrections(db: Db, range: DayRange): Promise<StoredCorrection[]> {
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

export async function dataVersion(db: Db): Promise<number> {
  const { data_version: version } = await db
    .selectFrom('state')
    .select('data_version')
    .executeTakeFirstOrThrow()
  return version
}

export async function rangeVersion(db: Db, range: DayRange): Promise<string> {
  const { first, last } = dayNumbers(range)
  const { names, days } = await db
    .selectFrom('state')
    .select((eb) => [
      'names_version as names',
      eb
        .selectFrom('day_read')
        .select((read) => read.fn.max('version').as('version'))
        .where('day', '>=', first)
        .where('day', '<=', last)
        .as('days'),
    ])
    .executeTakeFirstOrThrow()
  return `${names}/${days ?? 0}`
}

export async function readTold(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('told').select('body').orderBy('name').execute()
  return rows.map(({ body }) => body)
}

export async function readSecret(db: Db, name: string): Promise<string | null> {
  const row = await db
    .selectFrom('secret')
    .select('value')
    .where('name', '=', name)
    .executeTakeFirst()
  return row?.value ?? null
}
