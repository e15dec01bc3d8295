import type { Kysely } from 'kysely'
import type { DayRange } from '../../domain/span.ts'
import type { Schema } from '../schema.ts'
import { dayNumbers } from './ranges.ts'

type Db = Kysely<Schema>

/** Grows with every change of what the other queries answer. */
export async function dataVersion(db: Db): Promise<number> {
  const { data_version: version } = await db
    .selectFrom('state')
    .select('data_version')
    .executeTakeFirstOrThrow()
  return version
}

/** Stays the same as long as the names, the prices and what is booked for these days do. */
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
