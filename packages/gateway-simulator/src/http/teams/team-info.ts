import { proxyError } from '../../gateway/answers.ts'
import { fieldsOf } from '../../gateway/fields.ts'
import type { FieldsSince } from '../../gateway/fields.ts'
import { findTeam } from '../../world/world.ts'
import type { GatewayRequest } from '../context.ts'
import { seesEverything } from '../context.ts'
import { viewTeam, viewTeamKeys } from './team-view.ts'

const unsetFields: FieldsSince = [
  [0, { team_member_budget_table: null }],
  [99, { access_group_models: null, access_group_mcp_server_ids: null }],
  [99, { access_group_agent_ids: null, access_group_details: null }],
  [105, { access_group_skill_names: null, unresolved_access_group_ids: null }],
  [105, { organization_models: null, model_max_budget_usage: {} }],
]

/** `GET /team/info`: members and bare team keys may read it too, all keys of the team with it. */
export function answerTeamInfo({ gateway, query, caller }: GatewayRequest): Response {
  const { world, profile } = gateway
  const id = query.get('team_id') ?? ''
  const team = findTeam(world, id)
  if (team === undefined) {
    return proxyError(profile, 404, {
      message: `{'message': 'Team not found, passed team id: ${id}.'}`,
      type: profile.noneIsNull ? 'invalid_request_error' : 'auth_error',
    })
  }
  const isMember = caller.user?.teamIds.includes(id) === true
  if (!seesEverything(caller) && !isMember && caller.key?.teamId !== id) {
    return proxyError(profile, 403, {
      message: `User not authorized to access this team. user_id=${caller.user?.id ?? 'None'}, team_id=${id}`,
      type: 'auth_error',
    })
  }
  const view = viewTeam(team, profile)
  return Response.json({
    team_id: id,
    team_info: {
      ...view,
      ...(profile.release >= 105 && { members_with_roles: viewMembers(team.members) }),
      ...fieldsOf(profile.release, unsetFields),
      ...(profile.release >= 105 && { caller_edit_access: { kind: editAccess(caller.role) } }),
    },
    keys: viewTeamKeys(team, world, profile),
    team_memberships: [],
  })
}

function viewMembers(members: readonly { userId: string; role: string }[]) {
  return members.map(({ userId, role }) => ({
    user_id: userId,
    user_email: null,
    role,
    user_alias: null,
  }))
}

function editAccess(role: string): string {
  return role === 'proxy_admin' ? 'unrestricted' : 'none'
}
