import type { World } from '../world/world.ts'

const lengths = new Map([
  ['1d', 86_400_000],
  ['7d', 604_800_000],
])

/** A team's `spend` falls to zero when its budget period ends; nothing else of it does. */
export function resetBudgets(world: World, atMs: number): void {
  for (const team of world.teams.values()) {
    const length = lengths.get(team.budgetDuration ?? '')
    while (team.budgetResetAtMs !== null && team.budgetResetAtMs <= atMs && length !== undefined) {
      team.spend = 0
      team.budgetResetAtMs += length
    }
  }
}
