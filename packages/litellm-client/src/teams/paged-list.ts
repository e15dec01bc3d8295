import { z } from 'zod'
import { expectShape } from '../schema/expect-shape.ts'
import type { GatewayHttp } from '../http/client.ts'
import { Count } from '../schema/fields.ts'
import { TeamRow, toTeam, type Team } from './team.ts'

const Page = z.object({
  teams: z.array(TeamRow),
  total: Count,
  total_pages: Count,
})

export interface PagedTeams {
  teams: Team[]
  /** True where the list has as many distinct teams as the gateway reports. */
  isWhole: boolean
  /** True for a release whose paged list shows a viewer all teams. */
  isModern: boolean
}

const pageSize = 100
const mostPages = 1_000

/** Reads `/v2/team/list`, sorted by the one unique column so that pages do not overlap. */
export async function readPagedList(http: GatewayHttp, signal?: AbortSignal): Promise<PagedTeams> {
  const rows = new Map<string, TeamRow>()
  let total = 0
  for (let page = 1, pages = 1; page <= pages; page++) {
    const query = new URLSearchParams({
      page: String(page),
      page_size: String(pageSize),
      sort_by: 'team_id',
      sort_order: 'asc',
    })
    const read = await http.readJson(
      { route: '/v2/team/list', query, signal },
      expectShape(Page, 'teams'),
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
