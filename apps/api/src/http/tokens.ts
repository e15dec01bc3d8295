import { Hono } from 'hono'
import { parseDateRange } from '../analytics/date-range.ts'
import { tokensByTeam, type PublicIds } from '../analytics/tokens.ts'
import { daysBetween } from '../ledger/utc-day.ts'
import type { Store } from '../store/open-store.ts'
import type { StoredTeam } from '../store/read/listings.ts'
import { badParameter } from './problem.ts'

type Deps = { store: TokensStore; publicIds: PublicIds; now: () => number }
export type TokensStore = Pick<Store, 'teams' | 'keys' | 'cellTotals' | 'coverage'>

/** The original's leaderboard: every team with its tokens, by key and model. */
export function tokensRoutes({ store, publicIds, now }: Deps): Hono {
  const routes = new Hono()
  routes.get('/', async (c) => {
    const parsed = parseDateRange(
      { start_date: c.req.query('start_date'), end_date: c.req.query('end_date') },
      now(),
    )
    if (!parsed.ok) return badParameter(c, parsed.parameter, parsed.detail)
    const { start, end } = parsed.range
    const range = { from: start, to: end }
    const [teams, keys, cells, read] = await Promise.all([
      store.teams(),
      store.keys(),
      store.cellTotals(range),
      store.coverage(range),
    ])
    const isRead = new Set(read.map(({ day }) => day))
    const missing = daysBetween(start, end).filter((day) => !isRead.has(day))
    const coverage = { start_date: start, end_date: end, missing }
    const input = { teams: teams.flatMap(namedTeam), keys, cells, coverage }
    return c.json(tokensByTeam(input, publicIds))
  })
  return routes
}

/** Missing from three complete lists is gone; a team that only activity has named was never listed. */
const goneAfter = 3

function namedTeam({ teamId, alias, listed, missing }: StoredTeam) {
  if (teamId === null) return []
  return [{ teamId, alias, isGone: !listed || missing >= goneAfter }]
}
