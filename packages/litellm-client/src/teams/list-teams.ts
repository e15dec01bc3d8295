import { isOfKind } from '../errors/litellm-error.ts'
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

/** What one client has learnt about the lists of its gateway. */
export interface TeamMemory {
  list: 'unknown' | 'v2' | 'v1'
  /** The paged list could not be compared with the full one, which this key may not read. */
  mayBePartial: boolean
  /** Only administrators and viewers are shown a list at all: the proof that activity is whole, too. */
  isAdminView: boolean
}

export function createTeamMemory(): TeamMemory {
  return { list: 'unknown', mayBePartial: false, isAdminView: false }
}

/**
 * The paged list first. Up to about 1.87 it shows a viewer only its own teams, with success; there
 * the full list is asked once to compare, and kept where it knows more.
 */
export async function listTeams(
  http: GatewayHttp,
  memory: TeamMemory,
  signal?: AbortSignal,
): Promise<TeamList> {
  try {
    const list = await choose(http, memory, signal)
    memory.isAdminView = true
    return list
  } catch (error) {
    if (isOfKind(error, 'auth', 'forbidden', 'partial_view')) memory.isAdminView = false
    throw error
  }
}

async function choose(
  http: GatewayHttp,
  memory: TeamMemory,
  signal?: AbortSignal,
): Promise<TeamList> {
  if (memory.list === 'v1') return fromFull(await readFullList(http, signal))
  const paged = await unlessRefused(readPagedList(http, signal))
  if (paged === undefined) {
    const teams = await readFullList(http, signal)
    memory.list = 'v1'
    return fromFull(teams)
  }
  if (paged.isModern) memory.list = 'v2'
  if (memory.list === 'v2') return fromPaged(paged, paged.isWhole && !memory.mayBePartial)
  return compare(paged, await unlessRefused(readFullList(http, signal)), memory)
}

function compare(paged: PagedTeams, full: Team[] | undefined, memory: TeamMemory): TeamList {
  if (full === undefined) {
    memory.list = 'v2'
    memory.mayBePartial = true
    return fromPaged(paged, false)
  }
  const shown = new Set(paged.teams.map((team) => team.teamId))
  if (full.length > 0) memory.list = full.every((team) => shown.has(team.teamId)) ? 'v2' : 'v1'
  return fromFull(full)
}

/** A route that is not there, or not for this key, is no failure while the other list is left. */
async function unlessRefused<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading
  } catch (error) {
    if (isOfKind(error, 'not_found', 'forbidden')) return undefined
    throw error
  }
}

function fromFull(teams: Team[]): TeamList {
  return { teams, complete: true, source: 'v1' }
}

function fromPaged({ teams }: PagedTeams, complete: boolean): TeamList {
  return { teams, complete, source: 'v2' }
}
