import { z } from 'zod'
import { jsonOf } from '../exchange/conform.ts'
import type { Exchange } from '../exchange/exchange.ts'
import { Told } from '../exchange/tolerant.ts'
import { TeamRow, toTeam, type Team } from './team.ts'

const Page = z.object({
  teams: z.array(TeamRow),
  total: Told,
  total_pages: Told,
})

export interface PagedTeams {
  teams: Team[]
  /** As many distinct teams as the gateway says there are. */
  isWhole: boolean
  /** From a release whose paged list shows a viewer everything. */
  isModern: boolean
}

const largest = 100
const mostPages = 1_000

/** `/v2/team/list`: light, and sorted by the one unique column so that pages do not overlap. */
export async function readPagedList(exchange: Exchange, signal?: AbortSignal): Promise<PagedTeams> {
  const rows = new Map<string, TeamRow>()
  let total = 0
  for (let page = 1, pages = 1; page <= pages; page++) {
    const query = new URLSearchParams({
      page: String(page),
      page_size: String(largest),
      sort_by: 'team_id',
      sort_order: 'asc',
    })
    const read = await exchange.ask(
      { route: '/v2/team/list', query, signal },
      jsonOf(Page, 'teams'),
    )
    for (const row of read.teams) rows.set(row.team_id, row)
    total = read.total ?? rows.size
    pages = Math.min(read.total_pages ?? 1, mostPages)
  }
  const teams = [...rows.values()]
  return {
    teams: teams.map(toTeam),
    isWhole: teams.length === total,
    isModern: teams.some((team) => team.members_count !== undefined),
  }
}
