import { z } from 'zod'
import { jsonOf } from '../exchange/conform.ts'
import type { Exchange } from '../exchange/exchange.ts'
import { TeamRow, toTeam, type Team } from './team.ts'

const TeamInfo = z.object({ team_info: TeamRow })

/** `/team/info`: one team by its id; one that the gateway does not have is `not_found`. */
export async function readTeam(
  exchange: Exchange,
  teamId: string,
  signal?: AbortSignal,
): Promise<Team> {
  const question = { route: '/team/info', query: new URLSearchParams({ team_id: teamId }), signal }
  return toTeam((await exchange.ask(question, jsonOf(TeamInfo, 'team'))).team_info)
}
