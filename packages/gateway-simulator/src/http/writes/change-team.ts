import { z } from 'zod'
import { proxyError, unprocessable } from '../../gateway/answers.ts'
import type { Profile } from '../../gateway/profile.ts'
import { applyHappening } from '../../traffic-engine/happenings.ts'
import { findTeam } from '../../world/world.ts'
import { lenientNumber, readBody } from '../body.ts'
import type { GatewayRequest } from '../context.ts'
import { viewTeam } from '../teams/team-view.ts'
import { refuseNegativeBudget } from './negative-budget.ts'

const TeamUpdate = z.object({
  team_id: z.string(),
  team_alias: z.string().nullish(),
  max_budget: lenientNumber.nullish(),
  blocked: z.boolean().nullish(),
})

/** `POST /team/update`. */
export function updateTeam({ gateway, body, nowMs }: GatewayRequest): Response {
  const { world, profile } = gateway
  const parsed = readBody(TeamUpdate, body)
  if (!parsed.ok) return unprocessable(profile, parsed.problems)
  const { team_id: id, team_alias: alias, max_budget: budget, blocked } = parsed.value
  const team = findTeam(world, id)
  if (team === undefined) return refuseUnknownTeam(profile, id)
  const refusal = refuseNegativeBudget(budget, profile)
  if (refusal !== null) return refusal
  if (alias !== undefined) team.alias = alias
  if (budget !== undefined) team.maxBudget = budget
  if (blocked !== undefined) team.blocked = blocked ?? false
  team.updatedAtMs = nowMs
  return Response.json({ team_id: id, data: viewTeam(team, profile) })
}

const TeamDeletion = z.object({ team_ids: z.array(z.string()) })

/** `POST /team/delete`: keys and team go, rows stay. */
export function deleteTeams({ gateway, body, nowMs }: GatewayRequest): Response {
  const { world, profile } = gateway
  const parsed = readBody(TeamDeletion, body)
  if (!parsed.ok) return unprocessable(profile, parsed.problems)
  const ids = parsed.value.team_ids
  const unknown = ids.find((id) => findTeam(world, id) === undefined)
  if (unknown !== undefined) return refuseUnknownTeam(profile, unknown)
  for (const teamId of ids) applyHappening(world, { kind: 'delete team', teamId }, nowMs)
  return Response.json({ deleted_teams: ids })
}

const Member = z.object({
  role: z.enum(['admin', 'user']),
  user_id: z.string().nullish(),
  user_email: z.string().nullish(),
})
const MemberAddition = z.object({ team_id: z.string(), member: z.union([Member, z.array(Member)]) })

/** `POST /team/member_add`: makes the user when it is new; team admins need a licence. */
export function addMembers({ gateway, body, nowMs }: GatewayRequest): Response {
  const { world, profile } = gateway
  const parsed = readBody(MemberAddition, body)
  if (!parsed.ok) return unprocessable(profile, parsed.problems)
  const team = findTeam(world, parsed.value.team_id)
  if (team === undefined) return refuseUnknownTeam(profile, parsed.value.team_id)
  const members = [parsed.value.member].flat()
  if (members.some(({ role }) => role === 'admin')) {
    const error =
      'Assigning team admins is a premium feature. You must be a LiteLLM Enterprise user to use this feature.'
    return Response.json({ detail: { error } }, { status: 400 })
  }
  for (const { user_id: userId, user_email: email } of members) {
    const id = userId ?? email ?? ''
    if (team.members.some((known) => known.userId === id)) {
      return proxyError(profile, 400, {
        message: `User already in team. Member: user_id=${id}`,
        type: 'team_member_already_in_team',
        param: 'user_id',
      })
    }
    const user = world.users.get(id) ?? { id, role: 'internal_user', teamIds: [] }
    world.users.set(id, { ...user, teamIds: [...user.teamIds, team.id] })
    team.members.push({ userId: id, role: 'user' })
  }
  team.updatedAtMs = nowMs
  return Response.json({
    ...viewTeam(team, profile),
    updated_users: [],
    updated_team_memberships: [],
  })
}

function refuseUnknownTeam(profile: Profile, id: string): Response {
  const message = `{'error': "Team not found for team_id=${id}"}`
  return proxyError(profile, 404, { message })
}
