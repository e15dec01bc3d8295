import { fieldsOf, pythonInstant } from '../../gateway/fields.ts'
import type { FieldsSince } from '../../gateway/fields.ts'
import type { Profile } from '../../gateway/profile.ts'
import type { Key } from '../../world/records.ts'

const unsetFields: FieldsSince = [
  [0, { soft_budget_cooldown: false, aliases: {}, config: {}, permissions: {} }],
  [0, { budget_reset_at: null, allowed_cache_controls: [], model_spend: {}, model_max_budget: {} }],
  [0, { budget_id: null, organization_id: null, object_permission_id: null }],
  [0, { rotation_count: 0, auto_rotate: false, rotation_interval: null, last_rotation_at: null }],
  [0, { key_rotation_at: null, litellm_budget_table: null, litellm_organization_table: null }],
  [0, { object_permission: null }],
  [81, { router_settings: {}, policies: [], access_group_ids: [] }],
  [99, { agent_id: null, project_id: null, key_type: 'default', budget_fallbacks: {} }],
  [99, { settings_updated_at: null, budget_limits: null }],
  [99, { litellm_project_table: null, jwt_key_mappings: null }],
  [105, { tpd_limit: null }],
]

/** A key's row as `/key/info` and team answers show it; the secret itself is never in it. */
export function viewKey(
  key: Key,
  profile: Profile,
  zone: 'Z' | '+00:00' = 'Z',
): Record<string, unknown> {
  const instant = (ms: number) => pythonInstant(ms, zone)
  return {
    key_name: key.name,
    key_alias: key.alias,
    ...fieldsOf(profile.release, unsetFields),
    spend: key.spend,
    ...(profile.release >= 99 && {
      last_active: key.lastActiveAtMs === null ? null : instant(key.lastActiveAtMs),
    }),
    ...(profile.release >= 105 && { total_spend: key.spend }),
    expires: key.expiresAtMs === null ? null : instant(key.expiresAtMs),
    models: key.models,
    user_id: key.userId,
    team_id: key.teamId,
    max_parallel_requests: key.maxParallelRequests,
    metadata: key.metadata,
    blocked: key.blocked,
    tpm_limit: key.tpmLimit,
    rpm_limit: key.rpmLimit,
    max_budget: key.maxBudget,
    budget_duration: key.budgetDuration,
    allowed_routes: key.allowedRoutes,
    created_at: instant(key.createdAtMs),
    created_by: 'default_user_id',
    updated_at: instant(key.updatedAtMs),
    updated_by: 'default_user_id',
  }
}
