import { z } from 'zod'
import { jsonOf } from '../exchange/conform.ts'
import type { Exchange } from '../exchange/exchange.ts'
import { TeamRow, toTeam, type Team } from './team.ts'

/** `/team/list`: every team for administrators and viewers, heavy because it carries all keys, which are dropped. */
export async function readFullList(exchange: Exchange, signal?: AbortSignal): Promise<Team[]> {
  const rows = await exchange.ask(
    { route: '/team/list', signal },
    jsonOf(z.array(TeamRow), 'teams'),
  )
  return [...new Map(rows.map((row) => [row.team_id, toTeam(row)])).values()]
}
