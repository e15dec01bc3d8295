/** A team's share of the load of a model. */
export type Maker = { id: string; name: string; share: number }

const most = 3

/** Who makes the load: the largest first, until they make half of it, at most three. */
export function makersOf(teams: readonly Maker[]): { teams: readonly Maker[]; share: number } {
  const chosen: Maker[] = []
  let share = 0
  for (const team of teams.toSorted((a, b) => b.share - a.share)) {
    if (share >= 0.5 || chosen.length === most || team.share <= 0) break
    chosen.push(team)
    share += team.share
  }
  return { teams: chosen, share }
}
