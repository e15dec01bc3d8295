import { fieldsOf } from '../../gateway/fields.ts'
import type { FieldsSince } from '../../gateway/fields.ts'
import type { Profile } from '../../gateway/profile.ts'
import { bookRequest } from '../../ledger/book-request.ts'
import type { SentRequest } from '../../ledger/sent-request.ts'
import { createUuid } from '../../world/identifiers.ts'
import type { World } from '../../world/world.ts'
import { viewError } from './log-error.ts'
import { viewUsage } from './log-usage.ts'

const unsetFields: FieldsSince = [
  [0, { organization_id: '', end_user: '', requester_ip_address: '127.0.0.1' }],
  [0, { cache_key: 'Cache OFF', mcp_namespaced_tool_name: null, agent_id: null }],
]

const unsetMetadata: FieldsSince = [
  [0, { batch_models: null, user_api_key_org_id: null, guardrail_information: null }],
  [0, { mcp_tool_call_metadata: null, cold_storage_object_key: null }],
  [0, { vector_store_request_metadata: null, requester_ip_address: '127.0.0.1' }],
  [99, { attempted_fallbacks: null, attempted_retries: null, autorouter_savings: null }],
  [99, { batch_failed_requests: null, batch_successful_requests: null, compression_savings: null }],
  [99, { eval_information: null, internal_call_origin: null, original_model_group: null }],
  [99, { litellm_gateway_injected_cache: null, max_retries: null, proxy_server_request: null }],
  [99, { router_metadata: null, routing_decision: null, spend_logs_metadata: null }],
  [99, { user_api_key_project_alias: null, user_api_key_project_id: null }],
  [105, { user_agent: 'OpenAI/Python', actor_agent_id: null, azure_spillover: null }],
  [105, { target_agent_id: null, billing_agent_id: null, agent_execution_mode: null }],
  [105, { billed_retry_attempt: false, litellm_roi_estimator: false }],
  [105, { kubernetes_pod_routing: null, verified_human_user_id: null }],
  [105, { used_client_oauth_token: null, user_api_key_user_email: null }],
  [105, { autorouter_savings_estimate: null, autorouter_baseline_observation: null }],
]

/** One row of the spend logs, which alone know the true model group of every request. */
export function viewLog(request: SentRequest, world: World, profile: Profile) {
  const booking = bookRequest(request, profile)
  const isFailure = request.outcome !== 'success'
  const startMs = isFailure && profile.failuresDatedByEnd ? request.endMs : request.startMs
  const id = requestId(request)
  return {
    request_id: id,
    call_type: callType(request, profile),
    api_key: booking.apiKey,
    spend: request.spend,
    total_tokens: booking.counters.promptTokens + booking.counters.completionTokens,
    prompt_tokens: booking.counters.promptTokens,
    completion_tokens: booking.counters.completionTokens,
    startTime: logInstant(startMs),
    endTime: logInstant(request.endMs),
    completionStartTime: logInstant(isFailure ? request.endMs : request.firstTokenMs),
    model: booking.model,
    model_id: request.deployment === null ? '' : createUuid(request.deployment.model),
    model_group: booking.modelGroup === '' ? '' : request.group,
    custom_llm_provider: booking.provider,
    api_base: '',
    user: world.keys.get(request.token)?.userId ?? '',
    metadata: viewMetadata(request, id, world, profile),
    cache_hit: isFailure ? 'False' : 'None',
    request_tags: isFailure ? [] : ['User-Agent: OpenAI', 'User-Agent: OpenAI/Python'],
    team_id: booking.teamId,
    session_id: createUuid(id, 'session'),
    status: isFailure ? 'failure' : 'success',
    ...fieldsOf(profile.release, unsetFields),
    ...(profile.release >= 99 && { request_duration_ms: request.endMs - startMs }),
    ...(profile.release >= 105 && { litellm_call_id: createUuid(id, 'call') }),
  }
}

function requestId({ id, outcome }: SentRequest): string {
  const uuid = createUuid(id)
  return outcome === 'success' ? `chatcmpl-${uuid.replaceAll('-', '')}` : uuid
}

function callType({ outcome, deployment, endpoint }: SentRequest, profile: Profile): string {
  if (outcome === 'refused read') return profile.release >= 105 ? endpoint : ''
  if (outcome !== 'success' && profile.release < 105) return ''
  return deployment?.mode === 'embedding' ? 'aembedding' : 'acompletion'
}

function logInstant(ms: number): string {
  return new Date(ms).toISOString().replace('Z', '+00:00')
}

function viewMetadata(request: SentRequest, id: string, world: World, profile: Profile) {
  const key = world.keys.get(request.token)
  const isFailure = request.outcome !== 'success'
  const teamId = request.teamId === '' ? null : request.teamId
  const group = request.group
  return {
    ...fieldsOf(profile.release, unsetMetadata),
    ...viewUsage(request, profile),
    ...(isFailure && { status: 'failure', error_information: viewError(request, profile) }),
    ...(profile.release >= 99 && { litellm_call_id: createUuid(id, 'call') }),
    user_api_key: request.token === '' ? null : request.token,
    user_api_key_alias: key?.alias ?? null,
    user_api_key_user_id: key?.userId ?? null,
    user_api_key_team_id: teamId,
    user_api_key_team_alias: teamId === null ? null : (world.teams.get(teamId)?.alias ?? null),
    applied_guardrails: isFailure && profile.release < 105 ? null : [],
    model_map_information:
      isFailure && profile.release < 105 ? null : { model_map_key: group, model_map_value: null },
    litellm_overhead_time_ms: isFailure ? null : 12.5,
  }
}
