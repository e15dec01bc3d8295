import {
  deploymentPrice,
  type Deployment,
  isMasked,
  knownPrice,
  type PriceField,
  priceFields,
  publicName,
} from './deployment.ts'
import type { ModelGroup } from './model-group.ts'

/** Prices in US dollars per token; null is unknown, 0 is free because the operator set it. */
export interface ModelPrice {
  /** The public name. */
  model: string
  providers: string[]
  mode: string | null
  inputUsdPerToken: number | null
  outputUsdPerToken: number | null
  cacheReadUsdPerToken: number | null
  cacheCreationUsdPerToken: number | null
  /** True where the gateway masks a price that the operator set, so that one here is a guess or unknown. */
  isMasked: boolean
  /** The models behind the name. Usage per key of two names that share one cannot be separated. */
  underlyingModels: string[]
}

/** One price for each public name: the group's own, else the highest of its deployments. */
export function priceModels(
  groups: readonly ModelGroup[],
  deployments: readonly Deployment[],
): ModelPrice[] {
  const groupOf = new Map(groups.map((group) => [group.model_group, group]))
  const deploymentsOf = Map.groupBy(deployments, publicName)
  const names = new Set([...groupOf.keys(), ...deploymentsOf.keys()])
  return [...names].map((name) =>
    priceModel(name, groupOf.get(name), deploymentsOf.get(name) ?? []),
  )
}

function priceModel(
  model: string,
  group: ModelGroup | undefined,
  members: Deployment[],
): ModelPrice {
  const price = (field: PriceField) =>
    groupPrice(group, field) ?? highest(members.map((member) => deploymentPrice(member, field)))
  return {
    model,
    providers:
      group?.providers ?? distinct(members.map((member) => member.model_info.litellm_provider)),
    mode: group?.mode ?? members[0]?.model_info.mode ?? null,
    inputUsdPerToken: price('input_cost_per_token'),
    outputUsdPerToken: price('output_cost_per_token'),
    cacheReadUsdPerToken: price('cache_read_input_token_cost'),
    cacheCreationUsdPerToken: price('cache_creation_input_token_cost'),
    isMasked: priceFields.some(
      (field) =>
        groupPrice(group, field) === null && members.some((member) => isMasked(member, field)),
    ),
    underlyingModels: distinct(members.map((member) => member.litellm_params.model)),
  }
}

/** A group has no cache prices. */
function groupPrice(group: ModelGroup | undefined, field: PriceField): number | null {
  if (field === 'input_cost_per_token') return knownPrice(group?.input_cost_per_token)
  if (field === 'output_cost_per_token') return knownPrice(group?.output_cost_per_token)
  return null
}

/** Null where one of the prices is unknown. */
function highest(prices: readonly (number | null)[]): number | null {
  const known = prices.filter((price) => price !== null)
  return known.length > 0 && known.length === prices.length ? Math.max(...known) : null
}

function distinct(names: readonly (string | null)[]): string[] {
  return [...new Set(names.filter((name) => name !== null))]
}
