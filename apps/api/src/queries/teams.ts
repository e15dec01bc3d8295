import type { Teams } from '@podium/contracts'
import { nameTeams } from '../analytics/team-names.ts'
import type { QueryContext } from './query-context.ts'

/** Every team that there is, for pickers and search. */
export async function readTeams({ store, publicIds }: QueryContext): Promise<Teams> {
  const [data_version, stored] = await Promise.all([store.dataVersion(), store.teams()])
  const teams = nameTeams(stored, publicIds).map(({ name }) => name)
  return { data_version, teams: teams.toSorted((a, b) => (a.name < b.name ? -1 : 1)) }
}
