import { z } from 'zod'
import { proxyError, unprocessable } from '../../gateway/answers.ts'
import { fieldsOf, pythonInstant } from '../../gateway/fields.ts'
import type { FieldsSince } from '../../gateway/fields.ts'
import type { Profile } from '../../gateway/profile.ts'
import { abbreviateSecret, createSecret, hashSecret } from '../../world/identifiers.ts'
import { createKey } from '../../world/records.ts'
import type { Key } from '../../world/records.ts'
import type { World } from '../../world/world.ts'
import { lenientNumber, readBody } from '../body.ts'
import type { GatewayRequest } from '../context.ts'
import { refuseNonAdmin } from '../authorize.ts'
import { addDuration } from './duration.ts'
import { refuseNegativeBudget } from './negative-budget.ts'
import { routerSettings } from './router-settings.ts'

const NewKey = z.object({
  key: z.string().nullish(),
  key_alias: z.string().nullish(),
  team_id: z.string().nullish(),
  user_id: z.string().nullish(),
  duration: z.string().nullish(),
  models: z.array(z.string()).nullish(),
  max_budget: lenientNumber.nullish(),
  budget_duration: z.string().nullish(),
  tpm_limit: lenientNumber.nullish(),
  rpm_limit: lenientNumber.nullish(),
  max_parallel_requests: lenientNumber.nullish(),
  metadata: z.record(z.string(), z.unknown()).nullish(),
  key_type: z.enum(['default', 'llm_api', 'management', 'read_only']).nullish(),
  allowed_routes: z.array(z.string()).nullish(),
  blocked: z.boolean().nullish(),
})
type NewKey = z.infer<typeof NewKey>

const routesOfType = {
  default: [],
  llm_api: ['llm_api_routes'],
  management: ['management_routes'],
  read_only: ['info_routes'],
}

/** `POST /key/generate`: the only time the secret is shown; a team that does not exist is accepted. */
export function generateKey({ gateway, body, nowMs, caller, path }: GatewayRequest): Response {
  const { world, profile, seed } = gateway
  if (caller.role === 'internal_user')
    return refuseMember(caller.user?.teamIds[0] ?? 'None', profile)
  const refusal = refuseNonAdmin(caller, profile, path)
  if (refusal !== null) return refusal
  const parsed = readBody(NewKey, body)
  if (!parsed.ok) return unprocessable(profile, parsed.problems)
  const asked = parsed.value
  const negative = refuseNegativeBudget(asked.max_budget, profile)
  if (negative !== null) return negative
  const alias = asked.key_alias ?? null
  if (alias !== null && hasAlias(world, alias)) return refuseAlias(profile, alias)
  const secret = asked.key ?? createSecret(seed, 'generated', nowMs, world.keys.size)
  const key = makeKey(asked, secret, nowMs)
  world.keys.set(key.token, key)
  return Response.json(viewNewKey(key, secret, asked, profile))
}

function hasAlias(world: World, alias: string): boolean {
  return [...world.keys.values()].some((key) => key.alias === alias && key.deletedAtMs === null)
}

function refuseAlias(profile: Profile, alias: string): Response {
  return proxyError(profile, 400, {
    message: `Key with alias '${alias}' already exists. Unique key aliases across all keys are required.`,
    type: 'bad_request_error',
    param: 'key_alias',
  })
}

function refuseMember(teamId: string, profile: Profile): Response {
  const routes = profile.release < 99 ? ['/key/info', '/key/health'] : ['/key/health', '/key/info']
  const shown = `[${routes.map((route) => `'${route}'`).join(', ')}]`
  return proxyError(profile, 401, {
    message: `Team member does not have permissions for endpoint: KeyManagementRoutes.KEY_GENERATE. You only have access to the following endpoints: ${shown} for team ${teamId}. To create keys for this team, please ask your proxy admin to check the team member permission settings and update the settings to allow team member users to create keys.`,
    type: 'team_member_permission_error',
    param: '/key/generate',
  })
}

function makeKey(asked: NewKey, secret: string, nowMs: number): Key {
  const duration = asked.duration ?? null
  return createKey({
    token: hashSecret(secret),
    name: abbreviateSecret(secret),
    createdAtMs: nowMs,
    alias: asked.key_alias ?? null,
    teamId: asked.team_id ?? null,
    userId: asked.user_id ?? null,
    expiresAtMs: duration === null ? null : addDuration(nowMs, duration),
    maxBudget: asked.max_budget ?? null,
    budgetDuration: asked.budget_duration ?? null,
    models: asked.models ?? [],
    metadata: asked.metadata ?? {},
    tpmLimit: asked.tpm_limit ?? null,
    rpmLimit: asked.rpm_limit ?? null,
    maxParallelRequests: asked.max_parallel_requests ?? null,
    allowedRoutes: asked.allowed_routes ?? routesOfType[asked.key_type ?? 'default'],
    blocked: asked.blocked ?? null,
  })
}

const unsetFields: FieldsSince = [
  [0, { spend: 0, allowed_cache_controls: [], config: {}, permissions: {}, model_max_budget: {} }],
  [0, { model_rpm_limit: null, model_tpm_limit: null, guardrails: null, prompts: null }],
  [0, { aliases: {}, object_permission: null, budget_id: null, tags: null, enforced_params: null }],
  [0, { allowed_passthrough_routes: null, rpm_limit_type: null, tpm_limit_type: null }],
  [0, { litellm_budget_table: null, created_by: 'default_user_id', updated_by: 'default_user_id' }],
  [81, { policies: null, allowed_vector_store_indexes: null, access_group_ids: [] }],
  [81, { organization_id: null }],
  [99, { agent_id: null, budget_limits: null, budget_fallbacks: {}, mcp_rpm_limit: null }],
  [99, { tag_rpm_limit: null, default_estimated_output_tokens: null }],
  [99, { default_estimated_output_tokens_per_model: null, disable_global_guardrails: null }],
  [99, { enable_prompt_caching: null, throttle_on_budget_exceeded: null, project_id: null }],
  [105, { tpd_limit: null, end_user_budget_id: null, denied_passthrough_routes: null }],
]

function viewNewKey(key: Key, secret: string, asked: NewKey, profile: Profile) {
  return {
    key_alias: key.alias,
    duration: asked.duration ?? null,
    models: key.models,
    max_budget: key.maxBudget,
    user_id: key.userId,
    team_id: key.teamId,
    max_parallel_requests: key.maxParallelRequests,
    metadata: key.metadata,
    tpm_limit: key.tpmLimit,
    rpm_limit: key.rpmLimit,
    budget_duration: key.budgetDuration,
    blocked: key.blocked,
    allowed_routes: key.allowedRoutes,
    ...fieldsOf(profile.release, unsetFields),
    ...(profile.release >= 81 && { router_settings: routerSettings(profile.release) }),
    ...(profile.release >= 99 && { key_type: asked.key_type ?? 'default' }),
    key: secret,
    key_name: key.name,
    expires: key.expiresAtMs === null ? null : pythonInstant(key.expiresAtMs),
    token_id: key.token,
    token: key.token,
    created_at: pythonInstant(key.createdAtMs),
    updated_at: pythonInstant(key.updatedAtMs),
  }
}
