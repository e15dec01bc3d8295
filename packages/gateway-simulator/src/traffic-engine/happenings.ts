import { findKey, findTeam } from '../world/world.ts'
import type { World } from '../world/world.ts'

/** Things that organisers do to teams and keys while the traffic goes on. */
export type Happening =
  | { kind: 'rename team'; teamId: string; alias: string | null }
  | { kind: 'delete team'; teamId: string }
  | { kind: 'move key'; token: string; teamId: string | null }
  | { kind: 'delete key'; token: string }
  | { kind: 'lose database' }
  | { kind: 'regain database' }

export interface ScheduledHappening {
  atMs: number
  happening: Happening
}

export function applyHappening(world: World, happening: Happening, atMs: number): void {
  switch (happening.kind) {
    case 'rename team': {
      const team = world.teams.get(happening.teamId)
      if (team === undefined) return
      team.alias = happening.alias
      team.updatedAtMs = atMs
      return
    }
    case 'delete team': {
      const team = findTeam(world, happening.teamId)
      if (team === undefined) return
      team.deletedAtMs = atMs
      for (const key of world.keys.values()) {
        if (key.teamId === team.id) key.deletedAtMs ??= atMs
      }
      return
    }
    case 'move key': {
      const key = findKey(world, happening.token)
      if (key === undefined) return
      key.teamId = happening.teamId
      key.updatedAtMs = atMs
      return
    }
    case 'delete key': {
      const key = findKey(world, happening.token)
      if (key !== undefined) key.deletedAtMs = atMs
      return
    }
    case 'lose database':
    case 'regain database':
      world.isDatabaseLost = happening.kind === 'lose database'
  }
}
