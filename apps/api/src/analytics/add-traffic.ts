import { add } from '../domain/counters.ts'
import type { TeamModel } from '../domain/traffic.ts'

/** Rows of the same team and model become one. */
export function addTraffic(
  rows: readonly TeamModel[],
  more: readonly TeamModel[],
): readonly TeamModel[] {
  if (more.length === 0) return rows
  const sums = new Map<string, TeamModel>()
  for (const { teamId, model, counters } of [...rows, ...more]) {
    const name = JSON.stringify([teamId, model])
    const known = sums.get(name)
    sums.set(name, {
      ...{ teamId, model },
      counters: known === undefined ? counters : add(known.counters, counters),
    })
  }
  return [...sums.values()]
}
