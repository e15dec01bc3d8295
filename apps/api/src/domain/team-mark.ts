/** Seven colours times seven shapes. */
export const markCount = 49

export type TakenMark = { mark: number; isGone: boolean }

/**
 * A mark for each of so many new teams: the one that fewest teams have, the first of those. What is gone leaves its mark
 * to others, but stays on boards of the past: so one that nobody ever had comes first.
 */
export function giveMarks(taken: readonly TakenMark[], count: number): number[] {
  // A team that is there weighs more than all that are gone.
  const weights = new Array<number>(markCount).fill(0)
  const add = (mark: number, weight: number) => (weights[mark] = (weights[mark] ?? 0) + weight)
  for (const { mark, isGone } of taken) add(mark, isGone ? 1 : taken.length + 1)
  return Array.from({ length: count }, () => {
    const least = weights.indexOf(Math.min(...weights))
    add(least, taken.length + 1)
    return least
  })
}

/** The gateway's own pages are no team, and take no mark away from one. */
export const dashboardTeam = 'litellm-dashboard'

export function hasMark(teamId: string | null): boolean {
  return teamId !== null && teamId !== dashboardTeam
}
