import type { TeamName } from '@podium/contracts'

type Place = { rank: number; team: TeamName }
export type Overtake = { at: number; team: TeamName; passed: TeamName; rank: number }

/** Who has passed whom between two looks at the same board; of several that were passed, the best one. */
export function overtakesBetween(
  before: readonly Place[],
  after: readonly Place[],
  at: number,
): Overtake[] {
  const old = new Map(before.map(({ team, rank }) => [team.id, rank]))
  return after.flatMap(({ team, rank }, index) => {
    const was = old.get(team.id)
    if (was === undefined) return []
    const passed = after.slice(index + 1).find((other) => (old.get(other.team.id) ?? was) < was)
    return passed === undefined ? [] : [{ at, team, passed: passed.team, rank }]
  })
}

const newsMs = 10 * 60_000
const most = 6

/** Newest first, one of each team, and none that is old. */
export function latestOvertakes(
  known: readonly Overtake[],
  more: readonly Overtake[],
  now: number,
) {
  const seen = new Set<string>()
  return [...more, ...known]
    .filter(({ at, team }) => {
      const isNew = now - at <= newsMs && !seen.has(team.id)
      seen.add(team.id)
      return isNew
    })
    .slice(0, most)
}
