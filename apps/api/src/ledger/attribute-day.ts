import type { DayActivity } from '@podium/litellm-client'
import type { Cell } from '../domain/cell.ts'
import { CellMap } from './cell-map.ts'
import { completeTeam, type Evidence } from './complete-team.ts'
import { add, isZero } from '../domain/counters.ts'
import { onGrid } from './dollars.ts'
import { isOwnerless, ownersOf } from './owners.ts'

export type Hints = {
  /** What is booked for that day already. */
  known?: Iterable<Cell>
  /** That day as told of one team alone, by team. */
  own?: ReadonlyMap<string, DayActivity>
  /** The gateway left keys out of its lists, so a key may have owners that are not shown. */
  isTruncated?: boolean
}

/**
 * One day's answer as cells that always add up to each team's total. The answer names models per key and keys per
 * team, so a model's row belongs to a team only where its key was used by that team alone, or where the team was asked
 * alone.
 */
export function attributeDay(day: DayActivity, hints: Hints = {}): CellMap<Cell> {
  const { own = new Map<string, DayActivity>(), isTruncated = false } = hints
  const knownOf = Map.groupBy(hints.known ?? [], (part) => part.teamId)
  const rowsOf = provenRows(day)
  const cells = day.teams.flatMap((team) => {
    const known = knownOf.get(team.teamId) ?? []
    const alone = team.teamId === null ? undefined : own.get(team.teamId)
    const answered = alone?.teams.find(({ teamId }) => teamId === team.teamId)
    const evidence: Evidence =
      alone === undefined || answered === undefined
        ? { team, rows: rowsOf.get(team.teamId) ?? [], known, mustBeWhole: isTruncated }
        : { team: answered, rows: rowsOfOne(team.teamId, alone), known, mustBeWhole: false }
    return completeTeam(evidence)
  })
  return tidy(cells)
}

/** By team, the rows of keys that no other team used. */
function provenRows(day: DayActivity): Map<string | null, Cell[]> {
  const owners = ownersOf(day)
  const rows = new Map<string | null, Cell[]>(day.teams.map(({ teamId }) => [teamId, []]))
  for (const { model, keys } of day.models) {
    for (const { key, counters } of keys) {
      const [owner, second] = owners.get(key) ?? []
      if (owner === undefined || second !== undefined || isOwnerless(key)) continue
      rows.get(owner.teamId)?.push({ teamId: owner.teamId, model, key, counters })
    }
  }
  return rows
}

/** Every row of an answer about one team is that team's, whatever its key. */
function rowsOfOne(teamId: string | null, day: DayActivity): Cell[] {
  return day.models.flatMap(({ model, keys }) =>
    keys.map(({ key, counters }) => ({ teamId, model, key, counters })),
  )
}

/** A model or key may be called like the rest; then both are one cell. */
function tidy(cells: readonly Cell[]): CellMap<Cell> {
  const tidied = new CellMap<Cell>()
  for (const cell of cells) {
    const same = tidied.get(cell)
    const counters = onGrid(same ? add(same.counters, cell.counters) : cell.counters)
    if (!isZero(counters)) tidied.set(cell, { ...cell, counters })
  }
  return tidied
}
