import type { Kysely } from 'kysely'
import { dayNumber } from '../day-number.ts'
import { unplacedCodes } from '../reason-code.ts'
import type { Schema } from '../schema.ts'
import { counterSums } from './counter-sums.ts'
import { cutDays, cutHours } from './cut-span.ts'
import { matrixSums } from './matrix.ts'
import type { Span } from '../../domain/span.ts'
import { byTeams, type Source, type Teams } from './slices.ts'
import { nameTeamModels, type TeamModel, type TeamModelSum } from './team-models.ts'
import { teamTotals, type TeamTotal } from './totals.ts'
import { secondsPerDay } from '../../domain/utc-day.ts'

type Db = Kysely<Schema>

/**
 * Team × model: its whole UTC days as the gateway counts them, and of the days at its ends what was placed
 * within. A bucket counts where it begins, so that spans which follow each other add up.
 */
export async function spanTotals(source: Source, span: Span): Promise<TeamModel[]> {
  const { days, edges } = cutDays(span)
  return nameTeamModels(source.db, [
    ...(days === null ? [] : await matrixSums(source, days)),
    ...(await edgeSums(source, edges)),
  ])
}

/** The same by team alone, for whom a long span is read several times faster; a team may have several rows. */
export async function spanTotalsOfTeams(source: Source, span: Span): Promise<TeamTotal[]> {
  const { days, edges } = cutDays(span)
  return [
    ...(days === null ? [] : await teamTotals(source.db, days)),
    ...(await nameTeamModels(source.db, await edgeSums(source, edges))),
  ]
}

async function edgeSums(source: Source, edges: readonly Span[]): Promise<TeamModelSum[]> {
  const cuts = edges.map(cutHours)
  const hours = cuts.flatMap((each) => each.hours ?? [])
  const minutes = cuts.flatMap((each) => each.edges)
  return [
    ...(await sumAll(source, hours, hourSums)),
    ...(await sumAll(source, minutes, minuteSums)),
  ]
}

/** What has no minute on a UTC day, by team and model. */
export async function unplacedOf(source: Source, days: readonly string[]): Promise<TeamModel[]> {
  const spans = days.map((day) => {
    const from = dayNumber(day) * secondsPerDay
    return { from, to: from + 1 }
  })
  return nameTeamModels(source.db, await sumAll(source, spans, unplacedSums))
}

type Query = (db: Db, span: Span, teams: Teams) => Promise<TeamModelSum[]>

/** What a team may have in a part of a day. */
const rowsPerTeam = 100

async function sumAll(
  source: Source,
  spans: readonly Span[],
  query: Query,
): Promise<TeamModelSum[]> {
  const rows: TeamModelSum[] = []
  for (const span of spans)
    for (const row of await byTeams(source, rowsPerTeam, (teams) => query(source.db, span, teams)))
      rows.push(row)
  return rows
}

const hourSums: Query = (db, { from, to }, { least, most }) =>
  db
    .selectFrom('team')
    .crossJoin('team_model_hour as h')
    .whereRef('h.team', '=', 'team.id')
    .select(['h.team', 'h.model', ...counterSums('h')])
    .where('team.id', '>=', least)
    .where('team.id', '<=', most)
    .where('h.start', '>=', from)
    .where('h.start', '<', to)
    .groupBy(['h.team', 'h.model'])
    .execute()

const minuteSums: Query = (db, span, teams) => deltaSums(db, span, teams, 'placed')
const unplacedSums: Query = (db, span, teams) => deltaSums(db, span, teams, 'unplaced')

/** Of a span in one day; by cell first, of which there are fewer than rows. */
function deltaSums(db: Db, { from, to }: Span, { least, most }: Teams, of: 'placed' | 'unplaced') {
  return db
    .with('sums', (sums) =>
      sums
        .selectFrom('team')
        .crossJoin('delta as d')
        .whereRef('d.team', '=', 'team.id')
        .select(['d.team', 'd.cell', ...counterSums('d')])
        .where('team.id', '>=', least)
        .where('team.id', '<=', most)
        .where('d.day', '=', Math.floor(from / secondsPerDay))
        .where('d.start', '>=', from)
        .where('d.start', '<', to)
        .where('d.reason', of === 'placed' ? 'not in' : 'in', [...unplacedCodes])
        .groupBy(['d.team', 'd.cell']),
    )
    .selectFrom('sums')
    .innerJoin('cell', (join) =>
      join.onRef('cell.team', '=', 'sums.team').onRef('cell.id', '=', 'sums.cell'),
    )
    .select(['sums.team', 'cell.model', ...counterSums('sums')])
    .groupBy(['sums.team', 'cell.model'])
    .execute()
}
