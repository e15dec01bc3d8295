import type { Counters } from '@podium/litellm-client'
import type { Kysely } from 'kysely'
import { isZero, subtract } from '../../ledger/counters.ts'
import { toCounters, type CounterColumns } from '../counter-columns.ts'
import { unplacedCodes } from '../reason-code.ts'
import type { Schema } from '../schema.ts'
import { counterSums } from './counter-sums.ts'
import type { Part } from './parts.ts'
import { dayNumbers, type DayRange, type Span } from './ranges.ts'

type Db = Kysely<Schema>

const secondsPerDay = 86_400

export async function teamHourParts(
  db: Db,
  { from, to }: Span,
  teamId: string | null,
): Promise<Part[]> {
  const rows = await db
    .selectFrom('team')
    .crossJoin('team_model_hour as h')
    .whereRef('h.team', '=', 'team.id')
    .innerJoin('model', 'model.id', 'h.model')
    .selectAll('h')
    .select('model.name')
    .where('team.team_id', teamId === null ? 'is' : '=', teamId)
    .where('h.start', '>=', from)
    .where('h.start', '<', to)
    .execute()
  return rows.map((row) => ({
    ...{ model: row.name, start: row.start, width: 60, isPlaced: true },
    counters: toCounters(row),
  }))
}

/** What was placed is the rest of each day. */
export async function teamDayParts(
  db: Db,
  range: DayRange,
  teamId: string | null,
): Promise<Part[]> {
  const [unplaced, days] = [
    await unplacedDays(db, range, teamId),
    await wholeDays(db, range, teamId),
  ]
  const unplacedOf = new Map(unplaced.map((row) => [`${row.day} ${row.model}`, toCounters(row)]))
  return days.flatMap((row) => {
    const whole = toCounters(row)
    const part = (isPlaced: boolean, counters: Counters): Part[] =>
      isZero(counters)
        ? []
        : [{ model: row.name, start: row.day * secondsPerDay, width: 1440, isPlaced, counters }]
    const rest = unplacedOf.get(`${row.day} ${row.model}`)
    if (rest === undefined) return part(true, whole)
    return [...part(true, subtract(whole, rest)), ...part(false, rest)]
  })
}

function wholeDays(db: Db, range: DayRange, teamId: string | null) {
  const { first, last } = dayNumbers(range)
  return db
    .selectFrom('team')
    .crossJoin('team_model_day as d')
    .whereRef('d.team', '=', 'team.id')
    .innerJoin('model', 'model.id', 'd.model')
    .selectAll('d')
    .select('model.name')
    .where('team.team_id', teamId === null ? 'is' : '=', teamId)
    .where('d.day', '>=', first)
    .where('d.day', '<=', last)
    .execute()
}

type Unplaced = CounterColumns & { day: number; model: number }

/** They stand at the beginning of their day, which the key of the table leads to. */
async function unplacedDays(db: Db, range: DayRange, teamId: string | null): Promise<Unplaced[]> {
  const { first, last } = dayNumbers(range)
  return db
    .selectFrom('team')
    .crossJoin('day_read as r')
    .innerJoin('delta as d', (join) =>
      join
        .onRef('d.team', '=', 'team.id')
        .onRef('d.day', '=', 'r.day')
        .on((eb) => eb('d.start', '=', eb('r.day', '*', secondsPerDay))),
    )
    .innerJoin('cell', (join) =>
      join.onRef('cell.team', '=', 'd.team').onRef('cell.id', '=', 'd.cell'),
    )
    .select(['d.day', 'cell.model', ...counterSums('d')])
    .where('team.team_id', teamId === null ? 'is' : '=', teamId)
    .where('r.day', '>=', first)
    .where('r.day', '<=', last)
    .where('d.reason', 'in', [...unplacedCodes])
    .groupBy(['d.day', 'cell.model'])
    .execute()
}
