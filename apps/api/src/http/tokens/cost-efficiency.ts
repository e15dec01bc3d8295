import { TokensCostEfficiency } from '@podium/contracts'
import { costEfficiency } from '../../analytics/tokens/cost-efficiency.ts'
import type { Store } from '../../store/open-store.ts'
import type { Route } from '../routes/route.ts'
import { tokensRoute, type TokensDeps } from './tokens-route.ts'

type Deps = TokensDeps & { store: Pick<Store, 'matrix'> }

export function costEfficiencyRoute(deps: Deps): Route {
  return tokensRoute(deps, {
    path: '/tokens/cost-efficiency',
    summary: 'Cost by team and model',
    answer: TokensCostEfficiency,
    load: (range) => deps.store.matrix(range),
    shape: costEfficiency,
  })
}
