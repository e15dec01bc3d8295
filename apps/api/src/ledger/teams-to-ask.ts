import type { DayActivity } from '@podium/litellm-client'
import { other, type Cell } from '../domain/cell.ts'
import { beyond } from './compare.ts'
import { isZero, sum } from '../domain/counters.ts'
import { isOwnerless, ownersOf } from './owners.ts'

/**
 * Teams whose part in a shared key is not split by model yet, in a fixed order. Traffic without a team cannot be asked
 * for, nor can an id with a comma.
 */
export function teamsToAsk(day: DayActivity, known: Iterable<Cell>): string[] {
  const owners = ownersOf(day)
  const isShared = (key: string) => !isOwnerless(key) && (owners.get(key)?.length ?? 0) > 1
  const split = Map.groupBy(
    [...known].filter((part) => part.model !== other && isShared(part.key)),
    ({ teamId, key }) => JSON.stringify([teamId, key]),
  )
  return day.teams
    .filter((team) =>
      team.keys.some(({ key, counters }) => {
        if (!isShared(key)) return false
        const parts = split.get(JSON.stringify([team.teamId, key])) ?? []
        return !isZero(beyond(counters, sum(parts.map((part) => part.counters))))
      }),
    )
    .map((team) => team.teamId)
    .filter((teamId) => teamId !== null)
    .filter((teamId) => !teamId.includes(','))
    .toSorted()
}

/** The next few after the one that was asked last, so that everyone has a turn. */
export function takeTurn(teamIds: readonly string[], lastAsked: string | null, most = 5): string[] {
  const after = lastAsked === null ? 0 : teamIds.findIndex((teamId) => teamId > lastAsked)
  const start = Math.max(0, after)
  return [...teamIds.slice(start), ...teamIds.slice(0, start)].slice(0, most)
}
