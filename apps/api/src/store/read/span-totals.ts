import type { Kysely } from 'kysely'
import { unplacedCodes } from '../reason-code.ts'
import type { Schema } from '../schema.ts'
import { counterSums } from '../counter-sums.ts'
import { cutDays, cutHours } from './cut-span.ts'
import { matrixSums } from './matrix.ts'
import type { Span } from '../../domain/span.ts'
import { byTeams } from './in-steps.ts'
import { type Teams, fromTeams } from '../from-teams.ts'
import { teamIdsOf } from './team-ids.ts'
import { nameTeamModels, type TeamModelSum } from './team-models.ts'
import type { TeamModel, TeamTotal } from '../../domain/traffic.ts'
import { teamTotals } from './totals.ts'
import { secondsPerDay } from '../../domain/utc-day.ts'

type Db = Kysely<Schema>

/**
 * Team × model: its whole UTC days as the gateway counts them, and of the days at its ends what was placed
 * within. A bucket counts where it begins, so that spans which follow each other add up.
 */
export function spanTotals(db: Db, span: Span): Promise<TeamModel[]> {
  return totalsOf(db, span, null)
}

/** The same of a few teams; `null` among them is traffic without one. */
export async function spanTotalsOf(
  db: Db,
  span: Span,
  teamIds: readonly (string | null)[],
): Promise<TeamModel[]> {
  return totalsOf(db, span, await teamIdsOf(db, teamIds))
}

async function totalsOf(db: Db, span: Span, only: readonly number[] | null): Promise<TeamModel[]> {
  const { days, edges } = cutDays(span)
  return nameTeamModels(db, [
    ...(days === null ? [] : await matrixSums(db, days, only)),
    ...(await edgeSums(db, edges, only)),
  ])
}

/** The same by team alone, for whom a long span is read several times faster; a team may have several rows. */
export async function spanTotalsOfTeams(db: Db, span: Span): Promise<TeamTotal[]> {
  const { days, edges } = cutDays(span)
  return [
    ...(days === null ? [] : await teamTotals(db, days)),
    ...(await nameTeamModels(db, await edgeSums(db, edges, null))),
  ]
}

async function edgeSums(
  db: Db,
  edges: readonly Span[],
  only: readonly number[] | null,
): Promise<TeamModelSum[]> {
  const cuts = edges.map(cutHours)
  const hours = cuts.flatMap((each) => each.hours ?? [])
  const minutes = cuts.flatMap((each) => each.edges)
  return [
    ...(await sumAll(db, hours, hourSums, only)),
    ...(await sumAll(db, minutes, minuteSums, only)),
  ]
}

type Query = (db: Db, span: Span, teams: Teams) => Promise<TeamModelSum[]>

/** What a team may have in a part of a day. */
const rowsPerTeam = 100

async function sumAll(
  db: Db,
  spans: readonly Span[],
  query: Query,
  only: readonly number[] | null,
): Promise<TeamModelSum[]> {
  const rows: TeamModelSum[] = []
  for (const span of spans)
    for (const row of await byTeams(db, rowsPerTeam, (teams) => query(db, span, teams), only))
      rows.push(row)
  return rows
}

const hourSums: Query = (db, { from, to }, teams) =>
  fromTeams(db, 'team_model_hour', teams)
    .select(['d.team', 'd.model', ...counterSums('d')])
    .where('d.start', '>=', from)
    .where('d.start', '<', to)
    .groupBy(['d.team', 'd.model'])
    .execute()

/** Of a span in one day; by cell first, of which there are fewer than rows. */
const minuteSums: Query = (db, { from, to }, teams) =>
  db
    .with('sums', (sums) =>
      fromTeams(sums, 'delta', teams)
        .select(['d.team', 'd.cell', ...counterSums('d')])
        .where('d.day', '=', Math.floor(from / secondsPerDay))
        .where('d.start', '>=', from)
        .where('d.start', '<', to)
        .where('d.reason', 'not in', [...unplacedCodes])
        .groupBy(['d.team', 'd.cell']),
    )
    .selectFrom('sums')
    .innerJoin('cell', (join) =>
      join.onRef('cell.team', '=', 'sums.team').onRef('cell.id', '=', 'sums.cell'),
    )
    .select(['sums.team', 'cell.model', ...counterSums('sums')])
    .groupBy(['sums.team', 'cell.model'])
    .execute()
