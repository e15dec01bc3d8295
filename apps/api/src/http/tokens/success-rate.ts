import { TokensSuccessRate } from '@podium/contracts'
import { successRate } from '../../analytics/tokens/success-rate.ts'
import type { Store } from '../../store/open-store.ts'
import type { Route } from '../routes/route.ts'
import { tokensRoute, type TokensDeps } from './tokens-route.ts'

type Deps = TokensDeps & { store: Pick<Store, 'teamTotals'> }

export function successRateRoute(deps: Deps): Route {
  return tokensRoute(deps, {
    path: '/tokens/success-rate',
    summary: 'Requests and their success by team',
    answer: TokensSuccessRate,
    load: (range) => deps.store.teamTotals(range),
    shape: successRate,
  })
}
