import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import type { Span } from '../../domain/span.ts'
import { secondsPerHour } from '../../domain/utc-day.ts'
import type { Teams } from '../from-teams.ts'
import type { Schema } from '../schema.ts'

/** SQLite reads in the thread that answers: so many rows take a few milliseconds. */
const rowsAtOnce = 4000

/** Reads a few teams at a time, so that other requests are answered in between; `only` these, where they are named. */
export async function byTeams<Row>(
  db: Kysely<Schema>,
  rowsPerTeam: number,
  read: (teams: Teams) => Promise<Row[]>,
  only: readonly number[] | null = null,
): Promise<Row[]> {
  const rows: Row[] = []
  for (const teams of only?.map(alone) ?? (await inGroups(db, rowsPerTeam))) {
    for (const row of await read(teams)) rows.push(row)
    await nextTurn()
  }
  return rows
}

function alone(id: number): Teams {
  return { least: id, most: id }
}

async function inGroups(db: Kysely<Schema>, rowsPerTeam: number): Promise<Teams[]> {
  const { last } = await db
    .selectFrom('team')
    .select((eb) => eb.fn.max('id').as('last'))
    .executeTakeFirstOrThrow()
  const step = Math.max(1, Math.floor(rowsAtOnce / rowsPerTeam))
  const groups: Teams[] = []
  for (let least = 0; least <= last; least += step) groups.push({ least, most: least + step - 1 })
  return groups
}

/** Reads a few hours of a span at a time, likewise. */
export async function byHours<Row>(
  { from, to }: Span,
  rowsPerHour: number,
  read: (span: Span) => Promise<Row[]>,
): Promise<Row[]> {
  const step = Math.max(1, Math.floor(rowsAtOnce / rowsPerHour)) * secondsPerHour
  const rows: Row[] = []
  for (let start = from; start < to; start += step) {
    for (const row of await read({ from: start, to: Math.min(start + step, to) })) rows.push(row)
    await nextTurn()
  }
  return rows
}
