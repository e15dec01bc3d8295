import { nameTeams, type NamedTeam } from '../analytics/team-names.ts'
import type { QueryContext } from './query-context.ts'

/** The team with this public id; `null` where nobody has it. */
export async function findTeam(
  { store, publicIds }: QueryContext,
  id: string,
): Promise<NamedTeam | null> {
  const teams = nameTeams(await store.teams(), publicIds)
  return teams.find(({ name }) => name.id === id) ?? null
}
