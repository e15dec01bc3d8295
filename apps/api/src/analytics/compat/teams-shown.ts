import type { Coverage, TeamName } from '@podium/contracts'
import type { Counters } from '@podium/litellm-client'
import type { TokenCounters } from '../../domain/traffic.ts'
import type { NamedTeam } from '../team-names.ts'

/** What every answer of these routes is about. */
export type Asked = { teams: readonly NamedTeam[]; coverage: Coverage }

type OfTeam = { teamId: string | null; counters: TokenCounters }

export type TeamShown<Row> = { team: TeamName; tokens: number; rows: readonly Row[] }

/**
 * Every team of the gateway, and those that are gone but have traffic here; most tokens first. All
 * of these routes list the same teams, so that their sums agree.
 */
export function teamsShown<Row extends OfTeam>(
  teams: readonly NamedTeam[],
  rows: readonly Row[],
): TeamShown<Row>[] {
  const rowsOf = Map.groupBy(rows, (row) => row.teamId)
  return teams
    .map(({ teamId, name }) => {
      const ofTeam = rowsOf.get(teamId) ?? []
      const tokens = ofTeam.reduce((total, { counters }) => total + tokensOf(counters), 0)
      return { team: name, tokens, rows: ofTeam }
    })
    .filter(({ team, rows: ofTeam }) => !team.gone || hasTraffic(ofTeam))
    .toSorted((a, b) => b.tokens - a.tokens || (a.team.id < b.team.id ? -1 : 1))
}

function hasTraffic(rows: readonly OfTeam[]): boolean {
  return rows.some(({ counters }) => counters.requests !== 0 || tokensOf(counters) !== 0)
}

export function tokensOf({
  promptTokens,
  completionTokens,
}: Pick<Counters, 'promptTokens' | 'completionTokens'>): number {
  return promptTokens + completionTokens
}
