import { z } from 'zod'
import { expectShape } from '../schema/expect-shape.ts'
import type { GatewayHttp } from '../http/client.ts'
import { TeamRow, toTeam, type Team } from './team.ts'

/** Reads `/team/list`: every team, for administrators and viewers. It is large because it has all keys. */
export async function readFullList(http: GatewayHttp, signal?: AbortSignal): Promise<Team[]> {
  const rows = await http.readJson(
    { route: '/team/list', signal },
    expectShape(z.array(TeamRow), 'teams'),
  )
  return [...new Map(rows.map((row) => [row.team_id, toTeam(row)])).values()]
}
