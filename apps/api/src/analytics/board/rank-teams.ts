import type { BoardMeasure, Score, Usage } from '@podium/contracts'

export type Contender = {
  /** `null` is traffic without a team, which is never ranked. */
  teamId: string | null
  usage: Usage
  momentum: number | null
  score: Score | null
}

/** `null` cannot be ranked. */
export function valueOf(measure: BoardMeasure, { usage, momentum, score }: Contender) {
  const values: Record<BoardMeasure, number | null> = {
    tokens: usage.tokens,
    spend: usage.spend_usd,
    requests: usage.requests,
    success: usage.reliability,
    efficiency: usage.output_per_usd,
    momentum,
    score: score?.total ?? null,
  }
  return values[measure]
}

type Ranking<Team> = { ranked: Team[]; unranked: Team[] }

/**
 * Best first, every rank once. Between equals the more reliable is first, then the cheaper, then by the gateway's id,
 * so that the order never depends on how the rows came.
 */
export function rankTeams<Team extends Contender>(
  teams: readonly Team[],
  measure: BoardMeasure,
): Ranking<Team> {
  const valued = teams.map((team) => ({
    team,
    value: team.teamId === null || isFailing(team) ? null : valueOf(measure, team),
  }))
  const ranked = valued
    .filter(({ value }) => value !== null)
    .sort((a, b) => (b.value ?? 0) - (a.value ?? 0) || tieBreak(a.team, b.team))
  const unranked = valued
    .filter(({ value }) => value === null)
    .sort((a, b) => b.team.usage.tokens - a.team.usage.tokens || tieBreak(a.team, b.team))
  return { ranked: ranked.map(({ team }) => team), unranked: unranked.map(({ team }) => team) }
}

/** Whoever gets nothing but errors needs help, not the last place. */
function isFailing({ usage }: Contender): boolean {
  return usage.requests > 0 && usage.successes === 0
}

/** What has no price is not cheap. */
function cost({ usage }: Contender): number {
  return usage.spend_usd ?? Number.MAX_VALUE
}

function tieBreak(a: Contender, b: Contender): number {
  return (
    (b.usage.reliability ?? 0) - (a.usage.reliability ?? 0) ||
    cost(a) - cost(b) ||
    ((a.teamId ?? '') < (b.teamId ?? '') ? -1 : 1)
  )
}
