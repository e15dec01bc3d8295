import { fieldsOf, pythonInstant } from '../../gateway/fields.ts'
import type { FieldsSince } from '../../gateway/fields.ts'
import type { Profile } from '../../gateway/profile.ts'
import type { Key, Team } from '../../world/records.ts'
import type { World } from '../../world/world.ts'
import { viewKey } from '../keys/key-view.ts'

const unsetFields: FieldsSince = [
  [0, { organization_id: null, admins: [], members: [], team_member_permissions: [] }],
  [0, { model_id: null, litellm_model_table: null, object_permission: null }],
  [0, { object_permission_id: null }],
  [81, { soft_budget: null, router_settings: {}, access_group_ids: [] }],
  [99, { budget_limits: null, default_team_member_models: [], model_spend: {} }],
  [99, { model_max_budget: {}, policies: [], allow_team_guardrail_config: false }],
  [105, { tpd_limit: null }],
]

/** The team object that lists, `/team/info` and `/team/new` have in common. */
export function viewTeam(team: Team, profile: Profile): Record<string, unknown> {
  return {
    team_alias: team.alias,
    team_id: team.id,
    ...fieldsOf(profile.release, unsetFields),
    members_with_roles: team.members.map(({ userId, role }) => ({
      user_id: userId,
      user_email: null,
      role,
    })),
    metadata: team.metadata,
    tpm_limit: team.tpmLimit,
    rpm_limit: team.rpmLimit,
    max_budget: team.maxBudget,
    budget_duration: team.budgetDuration,
    models: team.models,
    blocked: team.blocked,
    spend: team.spend,
    max_parallel_requests: team.maxParallelRequests,
    budget_reset_at: team.budgetResetAtMs === null ? null : secondInstant(team.budgetResetAtMs),
    updated_at: pythonInstant(team.updatedAtMs),
    created_at: pythonInstant(team.createdAtMs),
  }
}

function secondInstant(ms: number): string {
  return new Date(ms).toISOString().replace('.000Z', 'Z')
}

export function keysOfTeam(world: World, teamId: string): Key[] {
  return [...world.keys.values()].filter((key) => key.teamId === teamId && key.deletedAtMs === null)
}

export function viewTeamKeys(team: Team, world: World, profile: Profile) {
  return keysOfTeam(world, team.id).map((key) => ({ token: key.token, ...viewKey(key, profile) }))
}
