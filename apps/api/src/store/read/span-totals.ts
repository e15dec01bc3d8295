import type { Kysely } from 'kysely'
import { sum } from '../../ledger/counters.ts'
import { toCounters, type CounterColumns } from '../counter-columns.ts'
import { dayNumber } from '../day-number.ts'
import { unplacedCodes } from '../reason-code.ts'
import type { Schema } from '../schema.ts'
import { counterSums } from './counter-sums.ts'
import { cutDays, cutHours } from './cut-span.ts'
import { matrix, type TeamModel } from './matrix.ts'
import type { Span } from './ranges.ts'
import { byTeams, type Teams } from './slices.ts'

type Db = Kysely<Schema>

/**
 * Team × model: its whole UTC days as the gateway counts them, and of the days at its ends what was placed
 * within. A bucket counts where it begins, so that spans which follow each other add up.
 */
export async function spanTotals(db: Db, span: Span): Promise<TeamModel[]> {
  const { days, edges } = cutDays(span)
  const cuts = edges.map(cutHours)
  const hours = cuts.flatMap((each) => each.hours ?? [])
  const minutes = cuts.flatMap((each) => each.edges)
  const parts = [
    ...(days === null ? [] : await matrix(db, days)),
    ...(await sumAll(db, hours, hourSums)),
    ...(await sumAll(db, minutes, minuteSums)),
  ]
  return edges.length === 0 ? parts : mergeParts(parts)
}

/** What has no minute on a UTC day, by team and model. */
export async function unplacedOf(db: Db, days: readonly string[]): Promise<TeamModel[]> {
  const spans = days.map((day) => {
    const from = dayNumber(day) * secondsPerDay
    return { from, to: from + 1 }
  })
  return mergeParts(await sumAll(db, spans, unplacedSums))
}

type SumRow = CounterColumns & { team: number; model: number }
type Query = (db: Db, span: Span, teams: Teams) => Promise<SumRow[]>

/** What a team may have in a part of a day. */
const rowsPerTeam = 100

async function sumAll(db: Db, spans: readonly Span[], query: Query): Promise<TeamModel[]> {
  if (spans.length === 0) return []
  const rows: SumRow[] = []
  for (const span of spans)
    for (const row of await byTeams(db, rowsPerTeam, (teams) => query(db, span, teams)))
      rows.push(row)
  const teams = await db.selectFrom('team').select(['id', 'team_id']).execute()
  const models = await db.selectFrom('model').select(['id', 'name']).execute()
  const teamOf = new Map(teams.map(({ id, team_id }) => [id, team_id]))
  const modelOf = new Map(models.map(({ id, name }) => [id, name]))
  return rows.map((row) => ({
    teamId: teamOf.get(row.team) ?? null,
    model: modelOf.get(row.model) ?? '',
    counters: toCounters(row),
  }))
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

const secondsPerDay = 86_400

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

function mergeParts(parts: readonly TeamModel[]): TeamModel[] {
  const byTeam = Map.groupBy(parts, ({ teamId }) => teamId)
  return [...byTeam].flatMap(([teamId, ofTeam]) =>
    [...Map.groupBy(ofTeam, ({ model }) => model)].map(([model, same]) => ({
      teamId,
      model,
      counters:
        same.length === 1 && same[0] ? same[0].counters : sum(same.map((part) => part.counters)),
    })),
  )
}
