import { TokensModels } from '@podium/contracts'
import { models } from '../../analytics/tokens/models.ts'
import type { Store } from '../../store/open-store.ts'
import type { Route } from '../routes/route.ts'
import { tokensRoute, type TokensDeps } from './tokens-route.ts'

type Deps = TokensDeps & { store: Pick<Store, 'matrix'> }

export function tokensModelsRoute(deps: Deps): Route {
  return tokensRoute(deps, {
    path: '/tokens/models',
    summary: 'Tokens by model',
    answer: TokensModels,
    load: (range) => deps.store.matrix(range),
    shape: models,
  })
}
