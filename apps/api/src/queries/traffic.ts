import type { LeftOut, Window } from '@podium/contracts'
import type { DaySource } from '@podium/litellm-client'
import { addTraffic } from '../analytics/add-traffic.ts'
import { describeWindow, isoOf } from '../analytics/describe-window.ts'
import { resolveFilter, type Filter } from '../analytics/filter.ts'
import { leftOutOf } from '../analytics/left-out.ts'
import { termsOf, type Terms } from '../analytics/prices.ts'
import { dashboardTeam, nameTeams, unassigned, type NamedTraffic } from '../analytics/team-names.ts'
import type { SpanWindow } from '../analytics/window.ts'
import type { StoredModel, StoredTeam } from '../domain/listings.ts'
import type { TeamModel, TeamTotal } from '../domain/traffic.ts'
import { utcDate } from '../domain/utc-day.ts'
import { BadParameter } from './bad-parameter.ts'
import type { QueryContext } from './query-context.ts'
import { readUnplaced, type Unplaced } from './unplaced.ts'
import type { Chosen, WindowQuestion } from './window-question.ts'

/** What every answer about a window begins with: whom it is about, what they did, and how well the window is known. */
export type Traffic = {
  dataVersion: number
  stored: readonly StoredTeam[]
  teams: readonly NamedTraffic[]
  models: readonly StoredModel[]
  filter: Filter
  window: Window
  leftOut: LeftOut
  readDays: ReadonlySet<string>
  /** How each of them was read. */
  sources: readonly DaySource[]
  /** When the newest day of the window was read last. */
  readAt: string | null
  /** Team × model of the window, of everybody, with what has no minute and lies inside. */
  rows: readonly TeamModel[]
  /** All that was counted of whole UTC days, by team, read by itself; `null` where models are chosen or days are cut. */
  booked: readonly TeamTotal[] | null
  unplaced: Unplaced
  termsOf: Terms
}

export function readTraffic(
  context: QueryContext,
  asked: WindowQuestion<Chosen>,
): Promise<Traffic> {
  return readAbout(context, asked, () => context.store.spanTotals(asked.window))
}

/** The same, with no models of the teams where none is asked about: that is read faster. */
export function readTrafficOfTeams(
  context: QueryContext,
  asked: WindowQuestion<Chosen>,
): Promise<Traffic> {
  const { model, provider } = asked.query
  if (model.length + provider.length > 0) return readTraffic(context, asked)
  return readAbout(context, asked, () => totalsOfTeams(context, asked.window))
}

const beside = [null, dashboardTeam]

async function totalsOfTeams({ store }: QueryContext, window: SpanWindow): Promise<TeamModel[]> {
  const [teams, others] = await Promise.all([
    store.spanTotalsOfTeams(window),
    store.spanTotalsOf(window, beside),
  ])
  const ours = teams.filter(({ teamId }) => !beside.includes(teamId))
  return [...ours.map((total) => ({ ...total, model: '' })), ...others]
}

/** Throws where the query names what nobody has. */
async function readAbout(
  context: QueryContext,
  { query, window, now }: WindowQuestion<Chosen>,
  readTotals: () => Promise<readonly TeamModel[]>,
): Promise<Traffic> {
  const { store, publicIds, about, shadowPrices } = context
  const [dataVersion, stored, models] = await Promise.all([
    store.dataVersion(),
    store.teams(),
    store.models(),
  ])
  const named = nameTeams(stored, publicIds)
  const found = resolveFilter(query, { teams: named, models })
  if (!found.ok) throw new BadParameter(found.parameter, found.detail)
  const { filter } = found
  const isBookedByDay = window.basis === 'days' && filter.models === null
  const [read, totals, booked] = await Promise.all([
    store.coverage(window.days),
    readTotals(),
    isBookedByDay ? store.teamTotals(window.days) : null,
  ])
  const unplaced = await readUnplaced(context, window, read)
  const rows = addTraffic(totals, unplaced.inside)
  const sources = read.map(({ source }) => source)
  const terms = termsOf({ models, rows, sources }, shadowPrices)
  const last = Math.max(...read.map(({ finishedAt }) => finishedAt))
  const readDays = new Set(read.map(({ day }) => day))
  const { historyDays } = about
  return {
    dataVersion,
    stored,
    teams: filter.teams.has(null) ? [...named, unassigned] : named,
    models,
    filter,
    window: describeWindow(window, {
      ...{ readDays, rows, filter, historyDays, today: utcDate(now) },
      ...{ unplaced: unplaced.all, uncertain: unplaced.uncertain },
    }),
    leftOut: leftOutOf(rows, filter, terms),
    termsOf: terms,
    readDays,
    sources,
    readAt: read.length === 0 ? null : isoOf(last / 1000),
    rows,
    booked,
    unplaced,
  }
}
