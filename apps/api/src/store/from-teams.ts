import type { QueryCreator, SelectQueryBuilder } from 'kysely'
import type { Schema } from './schema.ts'

/** Tables whose key begins with the team. */
type TeamTable =
  | 'day_cell'
  | 'delta'
  | 'team_hour'
  | 'team_day'
  | 'team_model_hour'
  | 'team_model_day'
  | 'team_model_week'

type TeamRows<Table extends TeamTable> = SelectQueryBuilder<
  Schema & { d: Schema[Table] },
  'team' | 'd',
  object
>

/** Ids of teams, both included. */
export type Teams = { least: number; most: number }

const everyTeam: Teams = { least: 0, most: 2 ** 31 - 1 }

/**
 * The rows of a table, as `d`, each beside its team. They are found team by team: with the team first in their key,
 * that is the only quick way to a day or an hour.
 */
export function fromTeams<Table extends TeamTable>(
  db: QueryCreator<Schema>,
  table: Table,
  { least, most } = everyTeam,
): TeamRows<Table> {
  const rows: unknown = db
    .selectFrom('team')
    // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- only `team` is used here, which all these tables have
    .crossJoin(`${table} as d` as 'delta as d')
    .whereRef('d.team', '=', 'team.id')
    .$if(least > everyTeam.least || most < everyTeam.most, (some) =>
      some.where('team.id', '>=', least).where('team.id', '<=', most),
    )
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- the builder cannot follow a table that is a parameter
  return rows as TeamRows<Table>
}
