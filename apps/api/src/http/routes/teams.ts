import { Teams } from '@podium/contracts'
import { z } from 'zod'
import { nameTeams } from '../../analytics/team-names.ts'
import type { PublicIds } from '../../analytics/public-ids.ts'
import type { Store } from '../../store/open-store.ts'
import { answerRoute, type AnswerRoute } from './route.ts'

type Deps = { store: Pick<Store, 'teams' | 'dataVersion'>; publicIds: PublicIds }

/** Every team that there is, for pickers and search. */
export function teamsRoute({ store, publicIds }: Deps): AnswerRoute {
  return answerRoute({
    path: '/api/v1/teams',
    access: 'viewer',
    tag: 'board',
    summary: 'Every team that is listed or has had traffic',
    params: z.strictObject({}),
    query: z.strictObject({}),
    answer: Teams,
    plan: () => ({
      question: '',
      until: null,
      days: null,
      read: async () => {
        const [data_version, stored] = await Promise.all([store.dataVersion(), store.teams()])
        const teams = nameTeams(stored, publicIds).map(({ name }) => name)
        const answer: Teams = {
          data_version,
          teams: teams.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
        }
        return answer
      },
    }),
  })
}
