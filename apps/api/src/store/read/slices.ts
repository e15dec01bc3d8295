import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import type { Schema } from '../schema.ts'

/** Ids of teams, both included. */
export type Teams = { least: number; most: number }

/** About as many rows as one may read without keeping everybody else waiting. */
export const rowsAtOnce = 4000

/**
 * A few teams at a time: SQLite reads in the thread that answers, and nobody else shall wait for all of it.
 * `rowsPerTeam` is what a team has to be read of.
 */
export async function byTeams<Row>(
  db: Kysely<Schema>,
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
