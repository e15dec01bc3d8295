import { abbreviateSecret, createSecret, hashSecret } from './identifiers.ts'
import { createKey } from './records.ts'
import type { User, UserRole } from './records.ts'
import type { World } from './world.ts'

/** One secret for every kind of caller that the gateway tells apart. */
export interface CallerKeys {
  master: string
  /** Keys of users with the roles proxy_admin, proxy_admin_viewer, internal_user and internal_user_viewer. */
  admin: string
  viewer: string
  member: string
  memberViewer: string
  /** A key of the first team that belongs to no user. */
  team: string
  expired: string
  /** Well-formed, but the gateway never issued it. */
  unknown: string
  malformed: string
}

const day = 86_400_000

/** Puts the people and keys of `CallerKeys` into the world. */
export function addCallers(world: World, seed: number): CallerKeys {
  const firstTeam = world.players[0]?.teamId ?? null
  const secretOf = (name: string) => createSecret(seed, 'caller', name)
  const addUser = (id: string, role: UserRole, teamIds: string[]) => {
    const user: User = { id, role, teamIds }
    world.users.set(id, user)
    return addKey(id, { userId: id })
  }
  const addKey = (
    name: string,
    fields: { userId?: string; teamId?: string | null; expiresAtMs?: number },
  ) => {
    const secret = secretOf(name)
    const token = hashSecret(secret)
    const createdAtMs = world.startsAt - 2 * day
    world.keys.set(
      token,
      createKey({ token, name: abbreviateSecret(secret), createdAtMs, alias: name, ...fields }),
    )
    return secret
  }
  const memberTeams = firstTeam === null ? [] : [firstTeam]
  for (const id of ['mara', 'guest']) {
    const team = firstTeam === null ? undefined : world.teams.get(firstTeam)
    team?.members.push({ userId: id, role: 'user' })
  }
  return {
    master: world.masterKey,
    admin: addUser('organiser', 'proxy_admin', []),
    viewer: addUser('observer', 'proxy_admin_viewer', []),
    member: addUser('mara', 'internal_user', memberTeams),
    memberViewer: addUser('guest', 'internal_user_viewer', memberTeams),
    team: addKey('team service key', { teamId: firstTeam }),
    expired: addKey('yesterday', { teamId: null, expiresAtMs: world.startsAt - day }),
    unknown: secretOf('never issued'),
    malformed: 'not-a-key',
  }
}
