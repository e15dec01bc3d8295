import type { Kysely } from 'kysely'
import { dayText } from '../day-number.ts'
import type { Schema } from '../schema.ts'

export type Changes = {
  /** Teams, models, keys, labels or prices. */
  names: boolean
  /** Of which something was booked or read for the first time. */
  days: string[]
}

/** What has changed since the data had this version. */
export async function changesSince(db: Kysely<Schema>, version: number): Promise<Changes> {
  const [{ names_version: names }, days] = await Promise.all([
    db.selectFrom('state').select('names_version').executeTakeFirstOrThrow(),
    db.selectFrom('day_read').select('day').where('version', '>', version).orderBy('day').execute(),
  ])
  return { names: names > version, days: days.map(({ day }) => dayText(day)) }
}
