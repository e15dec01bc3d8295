import { TokensTimeseries } from '@podium/contracts'
import { timeseries } from '../../analytics/tokens/timeseries.ts'
import type { Store } from '../../store/open-store.ts'
import type { Route } from '../routes/route.ts'
import { tokensRoute, type TokensDeps } from './tokens-route.ts'

type Deps = TokensDeps & { store: Pick<Store, 'teamDays'> }

export function timeseriesRoute(deps: Deps): Route {
  return tokensRoute(deps, {
    path: '/tokens/timeseries',
    summary: 'Tokens and requests by day and team',
    answer: TokensTimeseries,
    load: (range) => deps.store.teamDays(range),
    shape: timeseries,
  })
}
