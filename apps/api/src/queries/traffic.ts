import type { Window } from '@podium/contracts'
import type { DaySource } from '@podium/litellm-client'
import { describeWindow, isoOf } from '../analytics/describe-window.ts'
import { resolveFilter, type Filter } from '../analytics/filter.ts'
import { nameTeams, type NamedTeam } from '../analytics/team-names.ts'
import type { TeamModel } from '../domain/traffic.ts'
import { partialDays } from '../analytics/window.ts'
import { utcDate } from '../domain/utc-day.ts'
import type { StoredModel, StoredTeam } from '../domain/listings.ts'
import { BadParameter } from './bad-parameter.ts'
import type { QueryContext } from './query-context.ts'
import type { Chosen, WindowQuestion } from './window-question.ts'

/** What every answer about a window begins with: whom it is about, and how well the window is known. */
export type Scope = {
  dataVersion: number
  stored: readonly StoredTeam[]
  teams: readonly NamedTeam[]
  models: readonly StoredModel[]
  filter: Filter
  window: Window
  readDays: ReadonlySet<string>
  /** How each of them was read. */
  sources: readonly DaySource[]
  /** When the newest day of the window was read last. */
  readAt: string | null
}

/** `rows` are team × model of the window, of everybody. */
export type Traffic = Scope & { rows: readonly TeamModel[] }

export async function readTraffic(
  context: QueryContext,
  asked: WindowQuestion<Chosen>,
): Promise<Traffic> {
  const scope = await readScope(context, asked)
  return { ...scope, rows: await context.store.spanTotals(asked.window) }
}

/** Throws where the query names what nobody has. */
export async function readScope(
  { store, publicIds }: QueryContext,
  { query, window, now }: WindowQuestion<Chosen>,
): Promise<Scope> {
  const [dataVersion, stored, models] = await Promise.all([
    store.dataVersion(),
    store.teams(),
    store.models(),
  ])
  const teams = nameTeams(stored, publicIds)
  const found = resolveFilter(query, { teams, models })
  if (!found.ok) throw new BadParameter(found.parameter, found.detail)
  const { filter } = found
  const [read, unplaced] = await Promise.all([
    store.coverage(window.days),
    store.unplacedOf(partialDays(window)),
  ])
  const last = Math.max(...read.map(({ finishedAt }) => finishedAt))
  return {
    dataVersion,
    stored,
    teams,
    models,
    filter,
    window: describeWindow(window, { read, unplaced, filter, today: utcDate(now) }),
    readDays: new Set(read.map(({ day }) => day)),
    sources: read.map(({ source }) => source),
    readAt: read.length === 0 ? null : isoOf(last / 1000),
  }
}
