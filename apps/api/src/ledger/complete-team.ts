import type { Counters, TeamActivity } from '@podium/litellm-client'
import { other, type Cell } from '../domain/cell.ts'
import { beyond } from './compare.ts'
import { isWhole, isZero, sum } from '../domain/counters.ts'
import { keepKnown } from './keep-known.ts'

export type Evidence = {
  team: TeamActivity
  /** Rows that are proven to be this team's. */
  rows: readonly Cell[]
  /** What was booked for this team. */
  known: readonly Cell[]
  /** Rows count only where they add up to the whole of their key. */
  mustBeWhole: boolean
}

/** Adds what is missing per key, then per team, so that the parts sum to the team's own total. */
export function completeTeam({ team, rows, known, mustBeWhole }: Evidence): Cell[] {
  const { teamId } = team
  const unsplit = (key: string, counters: Counters) => ({ teamId, model: other, key, counters })
  const rowsOf = Map.groupBy(rows, (row) => row.key)
  const named = known.filter((part) => part.key !== other || part.model !== other)
  const knownOf = Map.groupBy(named, (part) => part.key)
  const cells = team.keys.flatMap(({ key, counters }) => {
    const proven = rowsOf.get(key) ?? []
    const rest = beyond(counters, sumOf(proven))
    const isProof = proven.length > 0 && isWhole(rest) && (!mustBeWhole || isZero(rest))
    if (isProof) return withRest(proven, unsplit(key, rest))
    return splitByKnown(knownOf.get(key) ?? [], unsplit(key, counters))
  })
  const rest = beyond(team.counters, sumOf(cells))
  // Keys that exceed their team prove nothing.
  if (!isWhole(rest)) return splitByKnown(named, unsplit(other, team.counters))
  const listed = new Set(team.keys.map(({ key }) => key))
  const unlisted = named.filter((part) => !listed.has(part.key))
  return [...cells, ...splitByKnown(unlisted, unsplit(other, rest))]
}

function splitByKnown(known: readonly Cell[], whole: Cell): Cell[] {
  const parts = known.filter((part) => part.key !== whole.key || part.model !== other)
  const kept = keepKnown(whole.counters, parts)
  return withRest(kept, { ...whole, counters: beyond(whole.counters, sumOf(kept)) })
}

function withRest(parts: readonly Cell[], rest: Cell): Cell[] {
  return isZero(rest.counters) ? [...parts] : [...parts, rest]
}

function sumOf(parts: readonly Cell[]): Counters {
  return sum(parts.map(({ counters }) => counters))
}
