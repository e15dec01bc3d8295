import type { Kysely } from 'kysely'
import { secondsPerDay } from '../../domain/utc-day.ts'
import type { Schema } from '../schema.ts'

/**
 * The rows of `delta`, as `d`, that may have no minute, each beside its `team` and `cell`. They stand at the beginning of
 * their day, which the key of the table leads to; the days are those of `day_read`, as `r`.
 */
export function fromUnplaced(db: Kysely<Schema>) {
  return db
    .selectFrom('team')
    .crossJoin('day_read as r')
    .innerJoin('delta as d', (join) =>
      join
        .onRef('d.team', '=', 'team.id')
        .onRef('d.day', '=', 'r.day')
        .on((eb) => eb('d.start', '=', eb('r.day', '*', secondsPerDay))),
    )
    .innerJoin('cell', (join) =>
      join.onRef('cell.team', '=', 'd.team').onRef('cell.id', '=', 'd.cell'),
    )
}
