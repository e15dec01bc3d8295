import { LiteLLMError } from '../errors/litellm-error.ts'
import { type DayQuestion, isAboutAll } from './ask-activity.ts'
import type { ActivityReader, DayReading } from './day-reading.ts'
import { addTally, createDayTally, type DayTally } from './day-tally.ts'
import { readOnlyPage } from './read-page.ts'
import { walkPages } from './walk-pages.ts'

interface Narrowing {
  reader: ActivityReader
  tally: DayTally
  calls: number
  walkedPages: number
}

/** A day that does not fit one page: as many teams at a time as do, each answer of one moment. */
export async function narrowByTeam(
  reader: ActivityReader,
  question: DayQuestion,
): Promise<DayReading> {
  const narrowing: Narrowing = { reader, tally: createDayTally(), calls: 0, walkedPages: 0 }
  const { teams, signal } = question
  const listed = 'only' in teams ? teams.only : await reader.listTeamIds(signal)
  // An id with a comma cannot be asked for; it is then among the rest.
  const askable = listed.filter((id) => !id.includes(','))
  await readSome(narrowing, question, askable)
  if (isAboutAll(question)) await readOrWalk(narrowing, { ...question, teams: { except: askable } })
  const { tally, calls, walkedPages } = narrowing
  const walked = walkedPages > 0
  return {
    tally,
    source: walked ? 'page-walk' : 'single-page',
    notes: [
      { kind: 'narrowed_by_team', count: calls },
      ...(walked ? [{ kind: 'pages_walked' as const, count: walkedPages }] : []),
    ],
  }
}

async function readSome(
  narrowing: Narrowing,
  question: DayQuestion,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return
  const asked: DayQuestion = { ...question, teams: { only: ids } }
  if (ids.length === 1) return readOrWalk(narrowing, asked)
  if (await readWhole(narrowing, asked)) return
  const half = Math.ceil(ids.length / 2)
  await readSome(narrowing, question, ids.slice(0, half))
  await readSome(narrowing, question, ids.slice(half))
}

async function readOrWalk(narrowing: Narrowing, question: DayQuestion): Promise<void> {
  if (await readWhole(narrowing, question)) return
  const { tally, pages } = await walkPages(narrowing.reader, question)
  addTally(narrowing.tally, tally)
  narrowing.walkedPages += pages
}

async function readWhole(narrowing: Narrowing, question: DayQuestion): Promise<boolean> {
  const { exchange, memory } = narrowing.reader
  narrowing.calls++
  try {
    const page = await readOnlyPage(exchange, memory, question)
    if (page !== undefined) addTally(narrowing.tally, page.tally)
    return page !== undefined
  } catch (error) {
    if (isTooLong(error) && 'only' in question.teams && question.teams.only.length > 1) return false
    throw error
  }
}

/** Proxies bound the length of a URL, some below what 200 team ids take. */
export function isTooLong(error: unknown): boolean {
  return error instanceof LiteLLMError && (error.status === 414 || error.status === 431)
}
