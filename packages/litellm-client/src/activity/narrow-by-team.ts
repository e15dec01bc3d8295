import { LiteLLMError } from '../errors/litellm-error.ts'
import type { ActivityReader, DayReading } from './day-reading.ts'
import { addTally, createDayTally, type DayTally } from './day-tally.ts'
import { type DayRequest, isForAllTeams } from './fetch-activity.ts'
import { readSinglePage } from './read-page.ts'
import { walkPages } from './walk-pages.ts'

interface NarrowedReading {
  reader: ActivityReader
  tally: DayTally
  calls: number
  walkedPages: number
}

/** Reads a day that does not fit one page: as many teams at a time as do, each answer of one moment. */
export async function narrowByTeam(
  reader: ActivityReader,
  request: DayRequest,
): Promise<DayReading> {
  const reading: NarrowedReading = { reader, tally: createDayTally(), calls: 0, walkedPages: 0 }
  const { teams, signal } = request
  const listed = 'only' in teams ? teams.only : await reader.listTeamIds(signal)
  // A team id with a comma cannot be asked for; its rows are read with those without a team.
  const askable = listed.filter((id) => !id.includes(','))
  await readTeams(reading, request, askable)
  if (isForAllTeams(request)) await readOrWalk(reading, { ...request, teams: { except: askable } })
  const { tally, calls, walkedPages } = reading
  const notes: DayReading['notes'] = [{ kind: 'narrowed_by_team', count: calls }]
  if (walkedPages > 0) notes.push({ kind: 'pages_walked', count: walkedPages })
  return { tally, source: walkedPages > 0 ? 'page-walk' : 'single-page', notes }
}

/** Halves the teams until each part fits one page. */
async function readTeams(
  reading: NarrowedReading,
  request: DayRequest,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return
  const ofTeams: DayRequest = { ...request, teams: { only: ids } }
  if (ids.length === 1) return readOrWalk(reading, ofTeams)
  if (await readInOnePage(reading, ofTeams)) return
  const half = Math.ceil(ids.length / 2)
  await readTeams(reading, request, ids.slice(0, half))
  await readTeams(reading, request, ids.slice(half))
}

async function readOrWalk(reading: NarrowedReading, request: DayRequest): Promise<void> {
  if (await readInOnePage(reading, request)) return
  const { tally, pages } = await walkPages(reading.reader, request)
  addTally(reading.tally, tally)
  reading.walkedPages += pages
}

async function readInOnePage(reading: NarrowedReading, request: DayRequest): Promise<boolean> {
  const { http, memory } = reading.reader
  reading.calls++
  try {
    const page = await readSinglePage(http, memory, request)
    if (page !== undefined) addTally(reading.tally, page.tally)
    return page !== undefined
  } catch (error) {
    if (isUrlTooLong(error) && 'only' in request.teams && request.teams.only.length > 1) {
      return false
    }
    throw error
  }
}

/** Proxies limit the length of a URL, some below what 200 team ids take. */
export function isUrlTooLong(error: unknown): boolean {
  return error instanceof LiteLLMError && (error.status === 414 || error.status === 431)
}
