import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import { secondsPerHour } from '../../domain/utc-day.ts'
import type { Engine } from '../engine.ts'
import type { Schema } from '../schema.ts'
import type { Span } from '../../domain/span.ts'

/** Where to read, and how much of it at once. */
export type Source = { db: Kysely<Schema> } & Pick<Engine, 'rowsAtOnce'>

/** Ids of teams, both included. */
export type Teams = { least: number; most: number }

/** A few teams at a time, so that nobody else has to wait for all. `rowsPerTeam` is what a team has to be read of. */
export async function byTeams<Row>(
  { db, rowsAtOnce }: Source,
  rowsPerTeam: number,
  read: (teams: Teams) => Promise<Row[]>,
): Promise<Row[]> {
  const { last } = await db
    .selectFrom('team')
    .select((eb) => eb.fn.max('id').as('last'))
    .executeTakeFirstOrThrow()
  const step = Math.max(1, Math.floor(rowsAtOnce / rowsPerTeam))
  const rows: Row[] = []
  for (let least = 0; least <= last; least += step) {
    for (const row of await read({ least, most: least + step - 1 })) rows.push(row)
    await nextTurn()
  }
  return rows
}

/** A part of a span at a time, likewise. `rowsPerHour` is what an hour has to be read of. */
export async function bySpans<Row>(
  { rowsAtOnce }: Source,
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
