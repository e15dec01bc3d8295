import type { Kysely } from 'kysely'
import { unplacedCodes } from '../reason-code.ts'
import type { Schema } from '../schema.ts'
import { amountSum, modelOf, type Chosen } from './amounts.ts'
import { fromUnplaced } from './from-unplaced.ts'
import { modelNames } from './model-names.ts'
import type { TimeSlice } from '../../domain/time-slice.ts'
import { dayNumbers } from './ranges.ts'
import type { DayRange, Span } from '../../domain/span.ts'
import { byHours } from './in-steps.ts'
import { deltasPerHour, teamDeltas } from './team-deltas.ts'
import { secondsPerDay } from '../../domain/utc-day.ts'
import { fromTeams } from '../from-teams.ts'

type Db = Kysely<Schema>

/** One team's part; `teamId` null is traffic without one. */
type TeamSlices = Chosen & { teamId: string | null }

/** What a team may have in an hour. */
const modelsPerHour = 20

export async function teamMinuteSlices(
  db: Db,
  span: Span,
  asked: TeamSlices,
): Promise<TimeSlice[]> {
  const nameOf = await modelNames(db)
  return byHours(span, deltasPerHour, async (part) => {
    const rows = await teamDeltas(db, part, asked.teamId)
      .select([modelOf('cell', asked), amountSum('d', asked)])
      .$if(asked.byModel, (query) => query.groupBy('cell.model'))
      .execute()
    return rows.map(({ model, ...row }) => ({ ...row, model: nameOf(model), isPlaced: true }))
  })
}

export async function teamHourSlices(db: Db, span: Span, asked: TeamSlices): Promise<TimeSlice[]> {
  const { teamId } = asked
  const nameOf = await modelNames(db)
  return byHours(span, modelsPerHour, async ({ from, to }) => {
    const rows = await fromTeams(db, 'team_model_hour')
      .select(['d.start', modelOf('d', asked), amountSum('d', asked)])
      .where('team.team_id', teamId === null ? 'is' : '=', teamId)
      .where('d.start', '>=', from)
      .where('d.start', '<', to)
      .groupBy('d.start')
      .$if(asked.byModel, (query) => query.groupBy('d.model'))
      .execute()
    return rows.map((row) => ({
      model: nameOf(row.model),
      start: row.start,
      width: 60,
      isPlaced: true,
      amount: row.amount,
    }))
  })
}

/** What was placed is the rest of each day. */
export async function teamDaySlices(
  db: Db,
  range: DayRange,
  asked: TeamSlices,
): Promise<TimeSlice[]> {
  const nameOf = await modelNames(db)
  const unplaced = await unplacedDays(db, range, asked)
  const days = await wholeDays(db, range, asked)
  const unplacedOf = new Map(unplaced.map((row) => [`${row.day} ${row.model}`, row.amount]))
  return days.flatMap((row) => {
    const rest = unplacedOf.get(`${row.day} ${row.model}`) ?? 0
    const part = { model: nameOf(row.model), start: row.day * secondsPerDay, width: 1440 } as const
    return [
      { ...part, isPlaced: true, amount: row.amount - rest },
      { ...part, isPlaced: false, amount: rest },
    ].filter((each) => each.amount !== 0)
  })
}

function wholeDays(db: Db, range: DayRange, asked: TeamSlices) {
  const { teamId } = asked
  const { first, last } = dayNumbers(range)
  return fromTeams(db, 'team_model_day')
    .select(['d.day', modelOf('d', asked), amountSum('d', asked)])
    .where('team.team_id', teamId === null ? 'is' : '=', teamId)
    .where('d.day', '>=', first)
    .where('d.day', '<=', last)
    .groupBy('d.day')
    .$if(asked.byModel, (query) => query.groupBy('d.model'))
    .execute()
}

function unplacedDays(db: Db, range: DayRange, asked: TeamSlices) {
  const { teamId } = asked
  const { first, last } = dayNumbers(range)
  return fromUnplaced(db)
    .select(['d.day', modelOf('cell', asked), amountSum('d', asked)])
    .where('team.team_id', teamId === null ? 'is' : '=', teamId)
    .where('r.day', '>=', first)
    .where('r.day', '<=', last)
    .where('d.reason', 'in', [...unplacedCodes])
    .groupBy('d.day')
    .$if(asked.byModel, (query) => query.groupBy('cell.model'))
    .execute()
}
