import { z } from 'zod'
import { nameTeams, type NamedTeam } from '../analytics/team-names.ts'
import type { PublicIds } from '../analytics/public-ids.ts'
import type { Store } from '../store/open-store.ts'
import { commonQuery, windowQuery } from '../http/routes/common-query.ts'

/** A team by its public id. */
export const teamParams = z.strictObject({
  id: z.string().max(100).describe('Public id of a team, as `/api/v1/teams` lists them.'),
})

const { model, provider } = commonQuery

/** A team is compared with all the others, so none can be chosen. */
export const teamQuery = z.strictObject({ ...windowQuery, model, provider })

type Deps = { store: Pick<Store, 'teams'>; publicIds: PublicIds }

/** `null` where nobody has this id. */
export async function findTeam({ store, publicIds }: Deps, id: string): Promise<NamedTeam | null> {
  const teams = nameTeams(await store.teams(), publicIds)
  return teams.find(({ name }) => name.id === id) ?? null
}
