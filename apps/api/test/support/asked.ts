import { nameTeams } from '../../src/analytics/team-names.ts'

type Team = Parameters<typeof nameTeams>[0][number]

export const publicIds = { team: (id: string) => `t_${id}`, key: (hash: string) => `k_${hash}` }

/** `missing`: from so many lists of the gateway in a row. */
export function team(teamId: string, alias: string | null, missing = 0): Team {
  return { teamId, alias, listed: true, missing, mark: 0 }
}

/** These teams, and two days of which both have been read. */
export function asked(teams: Team[]) {
  return {
    teams: nameTeams(teams, publicIds),
    coverage: { start_date: '2026-11-20', end_date: '2026-11-21', missing: [] },
  }
}
