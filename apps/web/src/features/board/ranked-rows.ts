import type { Tokens } from '@podium/contracts'

export type RankedRow = {
  teamId: string
  name: string
  rank: number
  tokens: number
  /** Of the leader's tokens, 0 to 1. */
  share: number
  /** Tokens to the place above; the leader's is the lead over the second. */
  gap: number
}

/** Rows in the order of the answer; teams without a token are not ranked yet. */
export function rankedRows(teams: Tokens['teams']): RankedRow[] {
  const active = teams.filter((team) => team.tokens > 0)
  const best = active[0]?.tokens ?? 0
  return active.map((team, index) => ({
    teamId: team.team_id,
    name: team.name,
    rank: index + 1,
    tokens: team.tokens,
    share: team.tokens / best,
    gap:
      index === 0
        ? team.tokens - (active[1]?.tokens ?? team.tokens)
        : (active[index - 1]?.tokens ?? 0) - team.tokens,
  }))
}

export function idleTeams(teams: Tokens['teams']): Tokens['teams'] {
  return teams.filter((team) => team.tokens === 0)
}
