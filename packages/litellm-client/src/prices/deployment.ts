import { z } from 'zod'
import { Key, Label, OptionalKey, readAmount } from '../schema/fields.ts'

export const priceFields = [
  'input_cost_per_token',
  'output_cost_per_token',
  'cache_read_input_token_cost',
  'cache_creation_input_token_cost',
] as const
export type PriceField = (typeof priceFields)[number]

const anything = z.unknown().optional()
const Prices = z.object({
  input_cost_per_token: anything,
  output_cost_per_token: anything,
  cache_read_input_token_cost: anything,
  cache_creation_input_token_cost: anything,
})

// Only the model and the prices of litellm_params are read: it can contain internal addresses.
const Deployment = z.object({
  model_name: Key,
  litellm_params: Prices.extend({ model: OptionalKey }),
  model_info: Prices.extend({
    litellm_provider: Label,
    mode: Label,
    team_public_model_name: OptionalKey,
  }),
})
export type Deployment = z.infer<typeof Deployment>

/** The body of `/model/info`; a gateway started for one model sends an object instead of a list. */
export const Deployments = z.object({
  data: z.union([z.array(Deployment), Deployment.transform((one) => [one])]),
})

/** The name that clients ask for: models of a team have an internal one besides. */
export function publicName({ model_name, model_info }: Deployment): string {
  return model_info.team_public_model_name ?? model_name
}

/**
 * One deployment's price; null where it is unknown. Up to 1.101 every route shows an unknown price as 0,
 * so 0 counts only where the operator set it.
 */
export function deploymentPrice(
  { litellm_params: own, model_info: listed }: Deployment,
  field: PriceField,
) {
  const ownPrice = readPrice(own[field])
  if (ownPrice !== null) return ownPrice
  // 1.81 shows the list's cache price instead of the operator's, whose text it masks.
  const isSet = own[field] !== undefined && own[field] !== null
  if (isSet && field.startsWith('cache_')) return null
  return knownPrice(listed[field])
}

/** 1.77.6 to 1.81 mask a part of the operator's price as if it were a secret: `1.23**e-07`. */
export function isMasked({ litellm_params: own }: Deployment, field: PriceField): boolean {
  const value = own[field]
  return typeof value === 'string' && value.includes('*')
}

/** A price above 0; 0 counts as unknown. */
export function knownPrice(value: unknown): number | null {
  const price = readPrice(value)
  return price === 0 ? null : price
}

function readPrice(value: unknown): number | null {
  const price = readAmount(value)
  return price !== null && price >= 0 && price < 1 ? price : null
}
