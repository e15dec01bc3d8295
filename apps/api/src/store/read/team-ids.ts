import type { Kysely } from 'kysely'
import type { Schema } from '../schema.ts'

/** Our own ids of teams; `null` among them is traffic without one. */
export async function teamIdsOf(
  db: Kysely<Schema>,
  teamIds: readonly (string | null)[],
): Promise<number[]> {
  const named = teamIds.filter((id) => id !== null)
  const teams = await db
    .selectFrom('team')
    .select('id')
    .where((eb) =>
      eb.or([
        ...(named.length > 0 ? [eb('team_id', 'in', named)] : []),
        ...(named.length < teamIds.length ? [eb('team_id', 'is', null)] : []),
      ]),
    )
    .execute()
  return teams.map(({ id }) => id)
}
