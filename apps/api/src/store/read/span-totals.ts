import type { Kysely } from 'kysely'
import { dayNumber } from '../day-number.ts'
import { unplacedCodes } from '../reason-code.ts'
import type { Schema } from '../schema.ts'
import { counterSums } from '../counter-sums.ts'
import { cutDays, cutHours } from './cut-span.ts'
import { matrixSums } from './matrix.ts'
import type { Span } from '../../domain/span.ts'
import { byTeams } from './in-steps.ts'
import { type Teams, fromTeams } from '../from-teams.ts'
import { nameTeamModels, type TeamModelSum } from './team-models.ts'
import type { TeamModel, TeamTotal } from '../../domain/traffic.ts'
import { teamTotals } from './totals.ts'
import { secondsPerDay } from '../../domain/utc-day.ts'

type Db = Kysely<Schema>

/**
 * Team × model: its whole UTC days as the gateway counts them, and of the days at its ends what was placed
 * within. A bucket counts where it begins, so that spans which follow each other add up.
 */
export async function spanTotals(db: Db, span: Span): Promise<TeamModel[]> {
  const { days, edges } = cutDays(span)
  return nameTeamModels(db, [
    ...(days === null ? [] : await matrixSums(db, days)),
    ...(await edgeSums(db, edges)),
  ])
}

/** The same by team alone, for whom a long span is read several times faster; a team may have several rows. */
export async function spanTotalsOfTeams(db: Db, span: Span): Promise<TeamTotal[]> {
  const { days, edges } = cutDays(span)
  return [
    ...(days === null ? [] : await teamTotals(db, days)),
    ...(await nameTeamModels(db, await edgeSums(db, edges))),
  ]
}

async function edgeSums(db: Db, edges: readonly Span[]): Promise<TeamModelSum[]> {
  const cuts = edges.map(cutHours)
  const hours = cuts.flatMap((each) => each.hours ?? [])
  const minutes = cuts.flatMap((each) => each.edges)
  return [...(await sumAll(db, hours, hourSums)), ...(await sumAll(db, minutes, minuteSums))]
}

/** What has no minute on a UTC day, by team and model. */
export async function unplacedOf(db: Db, days: readonly string[]): Promise<TeamModel[]> {
  const spans = days.map((day) => {
    const from = dayNumber(day) * secondsPerDay
    return { from, to: from + 1 }
  })
  return nameTeamModels(db, await sumAll(db, spans, unplacedSums))
}

type Query = (db: Db, span: Span, teams: Teams) => Promise<TeamModelSum[]>

/** What a team may have in a part of a day. */
const rowsPerTeam = 100

async function sumAll(db: Db, spans: readonly Span[], query: Query): Promise<TeamModelSum[]> {
  const rows: TeamModelSum[] = []
  for (const span of spans)
    for (const row of await byTeams(db, rowsPerTeam, (teams) => query(db, span, teams)))
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

const minuteSums: Query = (db, span, teams) => deltaSums(db, span, teams, 'placed')
const unplacedSums: Query = (db, span, teams) => deltaSums(db, span, teams, 'unplaced')

/** Of a span in one day; by cell first, of which there are fewer than rows. */
function deltaSums(db: Db, { from, to }: Span, teams: Teams, of: 'placed' | 'unplaced') {
  return db
    .with('sums', (sums) =>
      fromTeams(sums, 'delta', teams)
        .select(['d.team', 'd.cell', ...counterSums('d')])
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
