import { Tokens } from '@podium/contracts'
import { z } from 'zod'
import { parseDateRange } from '../../analytics/date-range.ts'
import { tokensByTeam, type PublicIds } from '../../analytics/tokens.ts'
import { daysBetween } from '../../ledger/utc-day.ts'
import type { Store } from '../../store/open-store.ts'
import type { StoredTeam } from '../../store/read/listings.ts'
import { answerRoute, type Route } from '../route.ts'

type Deps = { store: TokensStore; publicIds: PublicIds }
type TokensStore = Pick<Store, 'teams' | 'keys' | 'cellTotals' | 'coverage'>

const Query = z.object({ start_date: z.string().optional(), end_date: z.string().optional() })

/** The original's leaderboard: every team with its tokens, by key and model. */
export function leaderboardRoute({ store, publicIds }: Deps): Route {
  return answerRoute({
    path: '/tokens',
    access: 'viewer',
    tag: 'compatible',
    summary: 'Tokens by team, key and model',
    params: z.object({}),
    query: Query,
    answer: Tokens,
    plan: ({ query }, now) => {
      const parsed = parseDateRange(query, now)
      if (!parsed.ok) return { parameter: parsed.parameter, detail: parsed.detail }
      const { start, end } = parsed.range
      const range = { from: start, to: end }
      return {
        question: `${start}/${end}`,
        until: null,
        days: range,
        read: async () => {
          const [teams, keys, cells, read] = await Promise.all([
            store.teams(),
            store.keys(),
            store.cellTotals(range),
            store.coverage(range),
          ])
          const isRead = new Set(read.map(({ day }) => day))
          const missing = daysBetween(start, end).filter((day) => !isRead.has(day))
          const coverage = { start_date: start, end_date: end, missing }
          return tokensByTeam({ teams: teams.flatMap(namedTeam), keys, cells, coverage }, publicIds)
        },
      }
    },
  })
}

/** Missing from three complete lists is gone; a team that only activity has named was never listed. */
const goneAfter = 3

function namedTeam({ teamId, alias, listed, missing }: StoredTeam) {
  if (teamId === null) return []
  return [{ teamId, alias, isGone: !listed || missing >= goneAfter }]
}
