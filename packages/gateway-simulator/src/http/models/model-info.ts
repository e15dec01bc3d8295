import type { Profile } from '../../gateway/profile.ts'
import { deployments } from '../../world/deployments.ts'
import type { Deployment } from '../../world/deployments.ts'
import { createUuid, hashSecret } from '../../world/identifiers.ts'
import type { World } from '../../world/world.ts'
import type { Gateway, GatewayRequest } from '../context.ts'
import { maskNumber } from './mask-number.ts'
import { unsetPriceMapFields } from './price-map-fields.ts'

/** `GET /model/info`: one entry a deployment, with its parameters and what the price map knows. */
export function answerModelInfo({ gateway, caller }: GatewayRequest): Response {
  const teams = caller.user === null ? null : liveTeamIds(gateway.world)
  const access = { ...(teams !== null && { access_via_team_ids: teams }), direct_access: true }
  return Response.json({ data: viewDeployments(gateway, access) })
}

/** `GET /v2/model/info`: the same, paged since 1.80. */
export function answerModelInfoPages({ gateway }: GatewayRequest): Response {
  const data = viewDeployments(gateway, {})
  const pages = { total_count: data.length, current_page: 1, total_pages: 1, size: 50 }
  return Response.json({ data, ...(gateway.profile.release >= 80 && pages) })
}

function viewDeployments({ profile, seed }: Gateway, access: Record<string, unknown>) {
  return deployments.map((deployment, at) => ({
    model_name: deployment.group,
    litellm_params: viewParameters(deployment, profile),
    model_info: {
      id: hashSecret(createUuid(seed, 'deployment', at)),
      db_model: false,
      ...(profile.release >= 99 && access),
      ...(profile.release >= 105 && viewOverrides(deployment)),
      ...unsetPriceMapFields(profile.release),
      ...viewPrices(deployment, profile),
      key: deployment.maxInput === undefined ? deployment.model : nameInPriceMap(deployment),
      litellm_provider: deployment.provider,
      mode: deployment.maxInput === undefined ? null : deployment.mode,
      supported_openai_params: ['stream', 'stop', 'temperature', 'top_p', 'max_tokens', 'tools'],
    },
  }))
}

function nameInPriceMap({ model, provider }: Deployment): string {
  return model.slice(provider.length + 1)
}

function viewParameters(deployment: Deployment, profile: Profile): Record<string, unknown> {
  const price = (value: number | undefined) =>
    value !== undefined && profile.pricesMasked ? maskNumber(value) : value
  return {
    ...(deployment.ownPrice === true && {
      input_cost_per_token: price(deployment.input),
      output_cost_per_token: price(deployment.output),
      ...(deployment.cacheRead !== undefined && {
        cache_read_input_token_cost: price(deployment.cacheRead),
      }),
    }),
    api_base: `http://${deployment.provider.replaceAll('_', '-')}.internal:8000/v1`,
    ...(profile.release >= 99 && { allow_client_keepalive_override: false }),
    use_in_pass_through: false,
    use_litellm_proxy: false,
    ...(profile.release >= 99 && { use_xai_oauth: false }),
    merge_reasoning_content_in_choices: false,
    model: deployment.model,
  }
}

function liveTeamIds(world: World): string[] {
  return [...world.teams.values()].filter((team) => team.deletedAtMs === null).map(({ id }) => id)
}

function viewOverrides({ ownPrice }: Deployment) {
  const prices = ['cache_read_input_token_cost', 'input_cost_per_token', 'output_cost_per_token']
  return { member_auto_router: false, pricing_overrides: ownPrice ? prices : [] }
}

function viewPrices(deployment: Deployment, profile: Profile) {
  const isOverlooked = deployment.ownPrice === true && !profile.ownCachePriceInModelInfo
  return {
    input_cost_per_token: deployment.input ?? profile.unknownPrice,
    output_cost_per_token: deployment.output ?? profile.unknownPrice,
    cache_read_input_token_cost:
      (isOverlooked ? deployment.listCacheRead : deployment.cacheRead) ?? null,
    cache_creation_input_token_cost: deployment.cacheCreation ?? null,
    max_tokens: deployment.maxOutput ?? null,
    max_input_tokens: deployment.maxInput ?? null,
    max_output_tokens: deployment.maxOutput ?? null,
  }
}
