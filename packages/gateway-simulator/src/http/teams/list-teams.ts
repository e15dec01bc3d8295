import { detailError, unprocessable } from '../../gateway/answers.ts'
import { pythonInstant } from '../../gateway/fields.ts'
import type { Profile } from '../../gateway/profile.ts'
import type { Team } from '../../world/records.ts'
import type { World } from '../../world/world.ts'
import type { Caller } from '../authenticate.ts'
import { seesEverything } from '../context.ts'
import type { GatewayRequest } from '../context.ts'
import { readIntegers } from '../query.ts'
import { keysOfTeam, viewTeam, viewTeamKeys } from './team-view.ts'

/** `GET /team/list`: every team with every key of it, no paging. */
export function listTeams({ gateway, query, caller }: GatewayRequest): Response {
  const { world, profile } = gateway
  const userId = query.get('user_id')
  if (!seesEverything(caller) && (userId === null || userId !== caller.user?.id)) {
    return refuseNonAdmin(caller)
  }
  const teams = liveTeams(world)
    .filter((team) => userId === null || team.members.some((member) => member.userId === userId))
    .sort((a, b) => compareText(a.alias ?? '', b.alias ?? ''))
  return Response.json(teams.map((team) => viewTeamWithKeys(team, world, profile)))
}

/** `GET /v2/team/list`: pages of at most a hundred, without keys. */
export function listTeamPages({ gateway, query, caller }: GatewayRequest): Response {
  const { world, profile } = gateway
  const userId = query.get('user_id')
  if (!seesEverything(caller) && (userId === null || userId !== caller.user?.id)) {
    return refuseNonAdmin(caller)
  }
  const pages = readIntegers(query, [
    { name: 'page', fallback: 1, least: 1 },
    { name: 'page_size', fallback: 10, least: 1, most: 100 },
  ])
  if (!pages.ok) return unprocessable(profile, pages.problems)
  const [page = 1, pageSize = 10] = pages.value
  const isDeletedList = query.get('status') === 'deleted' && profile.deletedTeams
  const isNarrowed = caller.role === 'proxy_admin_viewer' && !profile.viewerSeesAllTeamsInV2
  const ownerId = userId ?? (isNarrowed ? (caller.user?.id ?? '') : null)
  const found = (isDeletedList ? deletedTeams(world) : liveTeams(world))
    .filter((team) => ownerId === null || team.members.some(({ userId }) => userId === ownerId))
    .filter((team) => matchesFilters(team, query))
  const sorted = sortTeams(found, query.get('sort_by'), query.get('sort_order'))
  return Response.json({
    teams: sorted
      .slice((page - 1) * pageSize, page * pageSize)
      .map((team) => viewListedTeam(team, world, profile, isDeletedList)),
    total: sorted.length,
    page,
    page_size: pageSize,
    total_pages: Math.ceil(sorted.length / pageSize),
  })
}

function refuseNonAdmin({ role }: Caller): Response {
  const shown = role === 'no user' ? 'internal_user' : role
  return detailError(401, {
    error: `Only admin users can query all teams/other teams. Your user role=${shown}`,
  })
}

function liveTeams(world: World): Team[] {
  return [...world.teams.values()].filter((team) => team.deletedAtMs === null)
}

function deletedTeams(world: World): Team[] {
  return [...world.teams.values()].filter((team) => team.deletedAtMs !== null)
}

function matchesFilters(team: Team, query: URLSearchParams): boolean {
  const id = query.get('team_id')
  const alias = query.get('team_alias')
  return (
    (id === null || team.id === id) &&
    (alias === null || (team.alias ?? '').toLowerCase().includes(alias.toLowerCase()))
  )
}

function sortTeams(teams: Team[], by: string | null, order: string | null): Team[] {
  const sign = order === 'asc' ? 1 : -1
  if (by === 'team_id') return teams.toSorted((a, b) => sign * compareText(a.id, b.id))
  if (by === 'team_alias') {
    return teams.toSorted((a, b) => sign * compareText(a.alias ?? '', b.alias ?? ''))
  }
  return teams.toSorted((a, b) => sign * (a.createdAtMs - b.createdAtMs))
}

function compareText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

function viewTeamWithKeys(team: Team, world: World, profile: Profile): Record<string, unknown> {
  return {
    ...viewTeam(team, profile),
    team_memberships: [],
    keys: viewTeamKeys(team, world, profile),
  }
}

function viewListedTeam(
  team: Team,
  world: World,
  profile: Profile,
  isDeletedList: boolean,
): Record<string, unknown> {
  const view = viewTeam(team, profile)
  if (isDeletedList && team.deletedAtMs !== null) {
    return { ...view, deleted_at: pythonInstant(team.deletedAtMs), deleted_by: 'default_user_id' }
  }
  if (profile.release < 99) return view
  return {
    ...view,
    members_count: team.members.length,
    keys_count: keysOfTeam(world, team.id).length,
    access_group_models: null,
    access_group_mcp_server_ids: null,
    access_group_agent_ids: null,
    ...(profile.release >= 105 && { caller_membership: null, access_group_skill_names: null }),
  }
}
