import type {
  Coverage,
  CompatLeaderboard,
  CompatCostEfficiency,
  CompatHourly,
  CompatModels,
  CompatSuccessRate,
  CompatTimeseries,
} from '@podium/contracts'
import { nameTeams, type NamedTeam } from '../analytics/team-names.ts'
import { tokensByTeam } from '../analytics/compat/leaderboard.ts'
import { costEfficiency } from '../analytics/compat/cost-efficiency.ts'
import { hourly } from '../analytics/compat/hourly.ts'
import { models } from '../analytics/compat/models.ts'
import { successRate } from '../analytics/compat/success-rate.ts'
import { timeseries } from '../analytics/compat/timeseries.ts'
import type { Asked } from '../analytics/compat/teams-shown.ts'
import { daysBetween } from '../domain/utc-day.ts'
import type { Reader } from '../store/read/reader.ts'
import type { DayRange } from '../domain/span.ts'
import { BadParameter } from './bad-parameter.ts'
import type { QueryContext } from './query-context.ts'

/** A question of the original leaderboard: UTC days, and sometimes the name or the id of a team. */
export type CompatQuestion = { days: DayRange; team: string }

type Context = Pick<QueryContext, 'store' | 'publicIds'>

export async function readLeaderboard(
  context: Context,
  { days }: CompatQuestion,
): Promise<CompatLeaderboard> {
  const { store, publicIds } = context
  const [about, cells, keys] = await Promise.all([
    readAbout(context, days),
    store.cellTokens(days),
    store.keys(),
  ])
  return tokensByTeam({ cells, keys }, about, publicIds)
}

export async function readTimeseries(
  context: Context,
  { days }: CompatQuestion,
): Promise<CompatTimeseries> {
  const [about, rows] = await Promise.all([readAbout(context, days), context.store.teamDays(days)])
  return timeseries(rows, about)
}

export async function readModelTokens(
  context: Context,
  { days }: CompatQuestion,
): Promise<CompatModels> {
  const [about, rows] = await Promise.all([readAbout(context, days), context.store.matrix(days)])
  return models(rows, about)
}

export async function readSuccessRate(
  context: Context,
  { days }: CompatQuestion,
): Promise<CompatSuccessRate> {
  const [about, rows] = await Promise.all([
    readAbout(context, days),
    context.store.teamTotals(days),
  ])
  return successRate(rows, about)
}

export async function readCostEfficiency(
  context: Context,
  { days }: CompatQuestion,
): Promise<CompatCostEfficiency> {
  const [about, rows] = await Promise.all([readAbout(context, days), context.store.matrix(days)])
  return costEfficiency(rows, about)
}

export async function readHourly(
  context: Context,
  { days, team }: CompatQuestion,
): Promise<CompatHourly> {
  const [about, totals, hours] = await Promise.all([
    readAbout(context, days),
    context.store.teamTotals(days),
    context.store.dayHours(days),
  ])
  return hourly({ totals, hours }, { ...about, teams: chosenTeams(about.teams, team) })
}

/** What all six answers have in common: the teams, and which days have been read. */
async function readAbout({ store, publicIds }: Context, days: DayRange): Promise<Asked> {
  const [teams, coverage] = await Promise.all([store.teams(), readCoverage(store, days)])
  return { teams: nameTeams(teams, publicIds), coverage }
}

async function readCoverage(store: Reader, { from, to }: DayRange): Promise<Coverage> {
  const read = new Set((await store.coverage({ from, to })).map(({ day }) => day))
  const missing = daysBetween(from, to).filter((day) => !read.has(day))
  return { start_date: from, end_date: to, missing }
}

function chosenTeams(teams: readonly NamedTeam[], wanted: string): readonly NamedTeam[] {
  if (wanted === '') return teams
  const found = teams.filter(({ name }) => name.id === wanted || name.name === wanted)
  if (found.length > 0) return found
  const detail =
    'No team has this name or id. Where teams share a name, use the names that /tokens shows.'
  throw new BadParameter('team', detail)
}
