import type { KeyActivity, TeamActivity } from '@podium/litellm-client'
import { other, type Cell } from '../domain/cell.ts'
import { beyond } from './compare.ts'
import { isWhole, isZero, sum } from '../domain/counters.ts'
import { keepKnown, type Part } from './keep-known.ts'

export type Evidence = {
  team: TeamActivity
  /** Rows that are proven to be this team's. */
  rows: readonly Part[]
  /** What was booked for this team. */
  known: readonly Part[]
  /** Rows count only where they add up to the whole of their key. */
  mustBeWhole: boolean
}

/** Adds what is missing per key, then per team, so that the parts sum to the team's own total. */
export function completeTeam({ team, rows, known, mustBeWhole }: Evidence): Cell[] {
  const rowsOf = Map.groupBy(rows, (row) => row.key)
  const named = known.filter((part) => part.key !== other || part.model !== other)
  const knownOf = Map.groupBy(named, (part) => part.key)
  const cells = team.keys.flatMap((key) => {
    const proven = rowsOf.get(key.key) ?? []
    const rest = beyond(key.counters, sum(proven.map((row) => row.counters)))
    const isProof = proven.length > 0 && isWhole(rest) && (!mustBeWhole || isZero(rest))
    if (isProof) return withRest(team, proven, { ...key, counters: rest })
    return splitByKnown(team, knownOf.get(key.key) ?? [], key)
  })
  const rest = beyond(team.counters, sum(cells.map((cell) => cell.counters)))
  // Keys that exceed their team prove nothing.
  if (!isWhole(rest)) return splitByKnown(team, named, { ...ofTeam, counters: team.counters })
  const listed = new Set(team.keys.map(({ key }) => key))
  const unlisted = named.filter((part) => !listed.has(part.key))
  return [...cells, ...splitByKnown(team, unlisted, { ...ofTeam, counters: rest })]
}

const ofTeam = { key: other, alias: null }

function splitByKnown(team: TeamActivity, known: readonly Part[], whole: KeyActivity): Cell[] {
  const parts = known.filter((part) => part.key !== whole.key || part.model !== other)
  const kept = keepKnown(whole.counters, parts)
  const rest = beyond(whole.counters, sum(kept.map((part) => part.counters)))
  return withRest(team, kept, { ...whole, counters: rest })
}

function withRest(team: TeamActivity, parts: readonly Part[], rest: KeyActivity): Cell[] {
  const aliasOf = (key: string) =>
    key === rest.key ? rest.alias : (team.keys.find((each) => each.key === key)?.alias ?? null)
  const cells = parts.map((part) => ({ ...part, keyAlias: aliasOf(part.key) }))
  if (isZero(rest.counters)) return cells
  const name = { teamId: team.teamId, model: other, key: rest.key }
  return [...cells, { ...name, keyAlias: rest.alias, counters: rest.counters }]
}
