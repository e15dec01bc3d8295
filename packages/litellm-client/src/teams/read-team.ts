import { z } from 'zod'
import { expectShape } from '../schema/expect-shape.ts'
import type { GatewayHttp } from '../http/client.ts'
import { TeamRow, toTeam, type Team } from './team.ts'

const TeamInfo = z.object({ team_info: TeamRow })

/** Reads `/team/info`: one team by its id; an unknown id is `not_found`. */
export async function readTeam(
  http: GatewayHttp,
  teamId: string,
  signal?: AbortSignal,
): Promise<Team> {
  const request = { route: '/team/info', query: new URLSearchParams({ team_id: teamId }), signal }
  return toTeam((await http.readJson(request, expectShape(TeamInfo, 'team'))).team_info)
}
