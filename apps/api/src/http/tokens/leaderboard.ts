import { Tokens } from '@podium/contracts'
import { tokensByTeam } from '../../analytics/tokens.ts'
import type { Store } from '../../store/open-store.ts'
import type { DayRange } from '../../domain/span.ts'
import type { Route } from '../routes/route.ts'
import { tokensRoute, type TokensDeps } from './tokens-route.ts'

type Deps = TokensDeps & { store: Pick<Store, 'keys' | 'cellTokens'> }

/** The original's leaderboard. */
export function leaderboardRoute(deps: Deps): Route {
  const load = async (range: DayRange) => {
    const [cells, keys] = await Promise.all([deps.store.cellTokens(range), deps.store.keys()])
    return { cells, keys }
  }
  return tokensRoute(deps, {
    path: '/tokens',
    summary: 'Tokens by team, key and model',
    answer: Tokens,
    load,
    shape: (read, asked) => tokensByTeam(read, asked, deps.publicIds),
  })
}
