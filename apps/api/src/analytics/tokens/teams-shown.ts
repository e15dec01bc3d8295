import type { Coverage, TeamName } from '@podium/contracts'
import type { Counters } from '@podium/litellm-client'
import { isZero, sum } from '../../ledger/counters.ts'
import type { NamedTeam } from '../team-names.ts'

/** What every answer of these routes is about. */
export type Asked = { teams: readonly NamedTeam[]; coverage: Coverage }

type OfTeam = { teamId: string | null; counters: Counters }

export type TeamShown<Row> = { team: TeamName; total: Counters; rows: readonly Row[] }

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
      return { team: name, total: sum(ofTeam.map(({ counters }) => counters)), rows: ofTeam }
    })
    .filter(({ team, total }) => !team.gone || !isZero(total))
    .toSorted((a, b) => tokensOf(b.total) - tokensOf(a.total) || (a.team.id < b.team.id ? -1 : 1))
}

export function tokensOf({ promptTokens, completionTokens }: Counters): number {
  return promptTokens + completionTokens
}
