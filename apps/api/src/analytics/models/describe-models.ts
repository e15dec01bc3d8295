import type { ListPrice, ModelRow, Models } from '@podium/contracts'
import type { StoredModel, TokenPrice } from '../../domain/listings.ts'
import { other } from '../../domain/cell.ts'
import { sum } from '../../domain/counters.ts'
import type { Filter } from '../filter.ts'
import type { Terms } from '../prices.ts'
import { hasTraffic, trafficByTeam } from '../team-usage.ts'
import type { ModelTotal, TeamModel } from '../../domain/traffic.ts'
import { countsCacheReads, usageOf } from '../usage.ts'
import { cacheSaving } from './cache-saving.ts'

type ListedModel = Omit<StoredModel, 'mode'>
type ModelsInput = {
  models: readonly ListedModel[]
  rows: readonly TeamModel[]
  filter: Filter
  termsOf: Terms
}

/** What each model was used for and what it cost, beside what the gateway lists for it. */
export function describeModels({
  models,
  rows,
  filter,
  termsOf,
}: ModelsInput): Pick<Models, 'models' | 'totals'> {
  const used = trafficByTeam(rows, filter).flatMap((team) => team.models)
  const rowsOf = Map.groupBy(
    used.filter(({ counters }) => hasTraffic(counters)),
    ({ model }) => model,
  )
  const totals = usageOf(used, termsOf)
  const described = models
    .filter(({ model }) => filter.models === null || filter.models.has(model))
    // The ledger's own name for what cannot be told is no model to choose.
    .filter(({ model }) => model !== other || rowsOf.has(model))
    .map((listed) => {
      const ofTeams = rowsOf.get(listed.model) ?? []
      return describe(listed, ofTeams, { termsOf, allTokens: totals.tokens })
    })
  return { models: described.toSorted(byTokens), totals }
}

function describe(
  { model, provider, underlyingModels, price }: ListedModel,
  ofTeams: readonly ModelTotal[],
  { termsOf, allTokens }: { termsOf: Terms; allTokens: number },
): ModelRow {
  const counters = sum(ofTeams.map((each) => each.counters))
  const usage = usageOf(ofTeams, termsOf, counters)
  return {
    model,
    provider,
    underlying: [...underlyingModels],
    list_price: perMillion(price),
    paid_per_1m_tokens: usage.cost_per_1k_tokens === null ? null : 1000 * usage.cost_per_1k_tokens,
    teams: ofTeams.length,
    share: allTokens === 0 ? null : usage.tokens / allTokens,
    cache_saving_usd: countsCacheReads(ofTeams, termsOf) ? cacheSaving(counters, price) : null,
    usage,
  }
}

function perMillion(price: TokenPrice | null): ListPrice | null {
  if (price === null || Object.values(price).every((each) => each === null)) return null
  return {
    input: million(price.input),
    output: million(price.output),
    cache_read: million(price.cacheRead),
    cache_creation: million(price.cacheCreation),
  }
}

/** Prices are decimal: what a product of floats adds behind the twelfth digit is none of theirs. */
function million(price: number | null): number | null {
  return price === null ? null : Number((1e6 * price).toPrecision(12))
}

function byTokens(a: ModelRow, b: ModelRow): number {
  return b.usage.tokens - a.usage.tokens || (a.model < b.model ? -1 : 1)
}
