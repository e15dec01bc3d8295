import type { TeamName } from '@podium/contracts'
import { goneAfter, type StoredTeam } from '../domain/listings.ts'
import { dashboardTeam } from '../domain/team-mark.ts'
import type { PublicIds } from './public-ids.ts'

export { dashboardTeam }

type KnownTeam = Pick<StoredTeam, 'teamId' | 'alias' | 'listed' | 'missing' | 'mark'>

/** What an answer says of a team, and the gateway's own id, which stays here. */
export type NamedTeam = { teamId: string; name: TeamName }

/** Whoever traffic may be asked about: a team, or nobody. */
export type NamedTraffic = { teamId: string | null; name: TeamName }

/** Traffic without a team, where it is asked about like one. */
export const unassigned: NamedTraffic = {
  teamId: null,
  name: { id: 'unassigned', name: 'Unassigned', gone: false, mark: null },
}

/**
 * Every team with a name of its own: those that share an alias are told apart by a short id. The
 * name does not depend on what is asked, so that answers can be joined by it.
 */
export function nameTeams(teams: readonly KnownTeam[], publicIds: PublicIds): NamedTeam[] {
  const known = teams.flatMap(({ teamId, alias, listed, missing, mark }) => {
    if (teamId === null || teamId === dashboardTeam) return []
    const id = publicIds.team(teamId)
    return [
      { teamId, id, label: labelOf(alias) ?? id, gone: !listed || missing >= goneAfter, mark },
    ]
  })
  const byLabel = Map.groupBy(known, ({ label }) => label)
  const taken = new Set(byLabel.keys())
  return known.map(({ teamId, id, label, gone, mark }) => {
    const namesakes = (byLabel.get(label) ?? []).filter((other) => other.teamId !== teamId)
    const name = isRightful(gone, namesakes) ? label : apart({ id, label }, namesakes, taken)
    return { teamId, name: { id, name, gone, mark } }
  })
}

type Namesake = { id: string; gone: boolean }

/** A team that is gone leaves its name to the one that the gateway still lists. */
function isRightful(gone: boolean, namesakes: readonly Namesake[]): boolean {
  return gone ? namesakes.length === 0 : namesakes.every((other) => other.gone)
}

function apart(
  { id, label }: { id: string; label: string },
  namesakes: readonly Namesake[],
  taken: ReadonlySet<string>,
): string {
  const end = id.slice(-4)
  const short = `${label} (${end})`
  const isShared = namesakes.some((other) => other.id.endsWith(end))
  return isShared || taken.has(short) ? `${label} (${id})` : short
}

/** An alias of blanks is no name. */
function labelOf(alias: string | null): string | null {
  const label = alias?.trim() ?? ''
  return label === '' ? null : label
}
