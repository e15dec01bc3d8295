import { fieldsOf } from '../../gateway/fields.ts'
import type { FieldsSince } from '../../gateway/fields.ts'
import type { Profile } from '../../gateway/profile.ts'
import { deployments, deploymentsOf } from '../../world/deployments.ts'
import type { Deployment } from '../../world/deployments.ts'
import type { GatewayRequest } from '../context.ts'

const unsetFields: FieldsSince = [
  [0, { input_cost_per_pixel: null, tpm: null, rpm: null }],
  [99, { itpm: null, otpm: null }],
  [0, { supports_web_search: false, supports_url_context: false, supports_reasoning: false }],
  [105, { supports_fast_mode: false }],
  [99, { supported_reasoning_efforts: null }],
  [0, { configurable_clientside_auth_params: null }],
  [105, { description: null, supported_endpoints: null, supports_background_chat: false }],
  [0, { is_public_model_group: false }],
  [81, { health_status: null, health_response_time: null, health_checked_at: null }],
  [105, { custom_tags: null, custom_metadata: null }],
]

/** `GET /model_group/info`: one entry a public name, with the highest price of its deployments. */
export function answerModelGroupInfo({ gateway }: GatewayRequest): Response {
  const groups = [...new Set(deployments.map(({ group }) => group))]
  return Response.json({ data: groups.map((group) => viewGroup(group, gateway.profile)) })
}

function viewGroup(group: string, profile: Profile): Record<string, unknown> {
  const members = deploymentsOf(group)
  const isListed = members.some(({ maxInput }) => maxInput !== undefined)
  const most = (read: (deployment: Deployment) => number | undefined) => {
    const known = members.map(read).filter((value) => value !== undefined)
    return known.length === 0 ? null : Math.max(...known)
  }
  return {
    model_group: group,
    providers: [...new Set(members.map(({ provider }) => provider))],
    max_input_tokens: most(({ maxInput }) => maxInput),
    max_output_tokens: most(({ maxOutput }) => maxOutput),
    input_cost_per_token: most(({ input }) => input) ?? profile.unknownPrice,
    output_cost_per_token: most(({ output }) => output) ?? profile.unknownPrice,
    ...fieldsOf(profile.release, unsetFields),
    mode: isListed ? (members[0]?.mode ?? null) : null,
    supports_parallel_function_calling: isListed,
    supports_vision: isListed,
    supports_function_calling: isListed,
    supported_openai_params: ['stream', 'stop', 'temperature', 'top_p', 'max_tokens', 'tools'],
  }
}
