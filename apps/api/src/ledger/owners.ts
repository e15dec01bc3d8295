import type { DayActivity, TeamActivity } from '@podium/litellm-client'

/** The gateway books many callers under these: they prove nothing about whose a row is. */
const ownerless = new Set(['', 'unattributed', 'litellm_proxy_master_key'])

export function isOwnerless(key: string): boolean {
  return ownerless.has(key)
}

/** Which teams used a key that day. Only the rows say so: the key itself names its present team. */
export function ownersOf(day: DayActivity): Map<string, TeamActivity[]> {
  const owners = new Map<string, TeamActivity[]>()
  for (const team of day.teams) {
    for (const { key } of team.keys) {
      const known = owners.get(key)
      if (known === undefined) owners.set(key, [team])
      else known.push(team)
    }
  }
  return owners
}
