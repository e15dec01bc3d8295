import { sql, type Kysely } from 'kysely'
import { datedTables } from '../dated-tables.ts'
import { dayNumber } from '../day-number.ts'
import type { Schema } from '../schema.ts'

export type PurgeCount = { table: string; rows: number }

/** What a purge of everything before `day` would delete. */
export async function countBefore(db: Kysely<Schema>, day: string): Promise<PurgeCount[]> {
  const counts: PurgeCount[] = []
  for (const [table, column, perDay] of datedTables) {
    const { rows } = await db
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<number>().as('rows'))
      .where(sql.ref(column), '<', dayNumber(day) * perDay)
      .executeTakeFirstOrThrow()
    counts.push({ table, rows })
  }
  return counts
}
