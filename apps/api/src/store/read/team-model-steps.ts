import { sql, type Kysely } from 'kysely'
import { toCounters, type CounterColumns } from '../counter-columns.ts'
import { counterSums } from '../counter-sums.ts'
import type { Span } from '../../domain/span.ts'
import type { TeamModelStep } from '../../domain/time-slice.ts'
import { secondsPerDay, secondsPerHour } from '../../domain/utc-day.ts'
import { fromTeams, type Teams } from '../from-teams.ts'
import { unplacedCodes } from '../reason-code.ts'
import type { Schema } from '../schema.ts'
import { cutDays, cutHours } from './cut-span.ts'
import { fromUnplaced } from './from-unplaced.ts'
import { byTeams } from './in-steps.ts'
import { dayNumbers } from './ranges.ts'
import { teamIdsOf } from './team-ids.ts'

type Db = Kysely<Schema>
type Row = CounterColumns & { team: number; model: number; ends: number }
type Read = (db: Db, span: Span, teams: Teams) => Promise<Row[]>
/** `perHour`: rows that a team may have. */
type Part = { read: Read; perHour: number }

const leastRows = 50

/** What of a span a team did with each model until when; `teamIds` null is every team. */
export type StepQuery = {
  /** Of what is read: days hold everything of a UTC day, hours and minutes what was placed. */
  unit: 'minute' | 'hour' | 'day'
  /** Seconds: what ends within the same step of the clock is one row. */
  step: number
  teamIds: readonly (string | null)[] | null
}

/** Together its steps are what `spanTotals` says. */
export async function teamModelSteps(
  db: Db,
  span: Span,
  { unit, step, teamIds }: StepQuery,
): Promise<TeamModelStep[]> {
  const only = teamIds === null ? null : await teamIdsOf(db, teamIds)
  const teams = await db.selectFrom('team').select(['id', 'team_id']).execute()
  const models = await db.selectFrom('model').select(['id', 'name']).execute()
  const teamOf = new Map(teams.map(({ id, team_id }) => [id, team_id]))
  const modelOf = new Map(models.map(({ id, name }) => [id, name]))
  const found: TeamModelStep[] = []
  const take = async ({ read, perHour }: Part, part: Span, isPlaced: boolean) => {
    const rowsPerTeam = Math.ceil((perHour * (part.to - part.from)) / secondsPerHour)
    const steps = await byTeams(
      db,
      Math.max(leastRows, rowsPerTeam),
      async (some) =>
        (await read(db, part, some)).map((row) => ({
          teamId: teamOf.get(row.team) ?? null,
          model: modelOf.get(row.model) ?? '',
          ends: row.ends,
          isPlaced,
          counters: toCounters(row),
        })),
      only,
    )
    for (const each of steps) found.push(each)
  }
  const { days, edges } = cutDays(span)
  const range = days && dayNumbers(days)
  const whole = range && { from: range.first * secondsPerDay, to: (range.last + 1) * secondsPerDay }
  if (whole !== null) await take(unit === 'day' ? ofDays(step) : unplaced, whole, unit === 'day')
  for (const part of unit === 'day' ? edges : [span]) {
    const { hours, edges: minutes } =
      unit === 'minute' ? { hours: null, edges: [part] } : cutHours(part)
    if (hours !== null) await take(ofHours(step), hours, true)
    for (const edge of minutes) await take(ofMinutes(step), edge, true)
  }
  return found
}

/** When the step of the clock ends in which something is over. */
function endsOf(step: number, isOver: ReturnType<typeof sql<number>>) {
  return sql<number>`((${isOver} + ${sql.lit(step - 1)}) / ${sql.lit(step)}) * ${sql.lit(step)}`
}

const daySums =
  (step: number): Read =>
  (db, { from, to }, teams) => {
    const ends = endsOf(step, sql`(d.day + 1) * ${sql.lit(secondsPerDay)}`)
    return fromTeams(db, 'team_model_day', teams)
      .select(['d.team', 'd.model', ends.as('ends'), ...counterSums('d')])
      .where('d.day', '>=', from / secondsPerDay)
      .where('d.day', '<', to / secondsPerDay)
      .groupBy(['d.team', 'd.model', ends])
      .execute()
  }

const ofDays = (step: number): Part => ({ read: daySums(step), perHour: 1 })

const hourSums =
  (step: number): Read =>
  (db, { from, to }, teams) => {
    const ends = endsOf(Math.max(step, secondsPerHour), sql`d.start + ${sql.lit(secondsPerHour)}`)
    return fromTeams(db, 'team_model_hour', teams)
      .select(['d.team', 'd.model', ends.as('ends'), ...counterSums('d')])
      .where('d.start', '>=', from)
      .where('d.start', '<', to)
      .groupBy(['d.team', 'd.model', ends])
      .execute()
  }

const ofHours = (step: number): Part => ({ read: hourSums(step), perHour: 20 })

const minuteSums =
  (step: number): Read =>
  (db, { from, to }, teams) => {
    const ends = endsOf(step, sql`d.start + d.width * 60`)
    return fromTeams(db, 'delta', teams)
      .innerJoin('cell', (join) =>
        join.onRef('cell.team', '=', 'd.team').onRef('cell.id', '=', 'd.cell'),
      )
      .select(['d.team', 'cell.model', ends.as('ends'), ...counterSums('d')])
      .where('d.day', '>=', Math.floor(from / secondsPerDay))
      .where('d.day', '<=', Math.floor((to - 1) / secondsPerDay))
      .where('d.start', '>=', from)
      .where('d.start', '<', to)
      .where('d.reason', 'not in', [...unplacedCodes])
      .groupBy(['d.team', 'cell.model', ends])
      .execute()
  }

const ofMinutes = (step: number): Part => ({ read: minuteSums(step), perHour: 120 })

const unplacedSums: Read = (db, { from, to }, { least, most }) =>
  fromUnplaced(db)
    .select(['d.team', 'cell.model', ...counterSums('d')])
    .select(sql<number>`(d.day + 1) * ${sql.lit(secondsPerDay)}`.as('ends'))
    .where('team.id', '>=', least)
    .where('team.id', '<=', most)
    .where('r.day', '>=', from / secondsPerDay)
    .where('r.day', '<', to / secondsPerDay)
    .where('d.reason', 'in', [...unplacedCodes])
    .groupBy(['d.team', 'cell.model', 'd.day'])
    .execute()

const unplaced: Part = { read: unplacedSums, perHour: 1 }
