import { isNotForThisKey, isOfKind } from '../errors/litellm-error.ts'
import type { GatewayHttp } from '../http/client.ts'
import { readFullList } from './full-list.ts'
import { type PagedTeams, readPagedList } from './paged-list.ts'
import type { Team } from './team.ts'

export interface TeamList {
  teams: Team[]
  /** False where the gateway may have teams that this key was not shown. */
  complete: boolean
  source: 'v2' | 'v1'
}

/** What a client has learnt about the lists of its gateway. */
export interface TeamMemory {
  list: 'unknown' | 'v2' | 'v1'
  /** True where the key may not read the full list, so that the paged one cannot be checked. */
  mayBePartial: boolean
  /** True once the gateway gave a list: only keys that get one see all activity. */
  isAdminView: boolean
}

export function createTeamMemory(): TeamMemory {
  return { list: 'unknown', mayBePartial: false, isAdminView: false }
}

/**
 * Reads the paged list first. Up to about 1.87 it shows a viewer only its own teams, with status 200.
 * There the full list is read once to compare, and used from then on if it has more teams.
 */
export async function listTeams(
  http: GatewayHttp,
  memory: TeamMemory,
  signal?: AbortSignal,
): Promise<TeamList> {
  try {
    const list = await readBestList(http, memory, signal)
    memory.isAdminView = true
    return list
  } catch (error) {
    const isRefused = isOfKind(error, 'auth', 'expired_key', 'partial_view')
    if (isRefused || isNotForThisKey(error)) memory.isAdminView = false
    throw error
  }
}

async function readBestList(
  http: GatewayHttp,
  memory: TeamMemory,
  signal?: AbortSignal,
): Promise<TeamList> {
  if (memory.list === 'v1') return fromFullList(await readFullList(http, signal))
  const paged = await unlessRefused(readPagedList(http, signal))
  if (paged === undefined) {
    const teams = await readFullList(http, signal)
    memory.list = 'v1'
    return fromFullList(teams)
  }
  if (paged.isModern) memory.list = 'v2'
  if (memory.list === 'v2') return fromPagedList(paged, paged.isWhole && !memory.mayBePartial)
  return compare(paged, await unlessRefused(readFullList(http, signal)), memory)
}

function compare(paged: PagedTeams, full: Team[] | undefined, memory: TeamMemory): TeamList {
  if (full === undefined) {
    memory.list = 'v2'
    memory.mayBePartial = true
    return fromPagedList(paged, false)
  }
  const shown = new Set(paged.teams.map((team) => team.teamId))
  if (full.length > 0) memory.list = full.every((team) => shown.has(team.teamId)) ? 'v2' : 'v1'
  return fromFullList(full)
}

/** A route that is missing, or that this key may not use, is no failure: the other list is left. */
async function unlessRefused<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading
  } catch (error) {
    if (isOfKind(error, 'not_found') || isNotForThisKey(error)) return undefined
    throw error
  }
}

function fromFullList(teams: Team[]): TeamList {
  return { teams, complete: true, source: 'v1' }
}

function fromPagedList({ teams }: PagedTeams, complete: boolean): TeamList {
  return { teams, complete, source: 'v2' }
}
