import type { KeyModel } from '../../domain/traffic.ts'
import type { Kysely } from 'kysely'
import { sum } from '../../domain/counters.ts'
import { counterColumns, toCounters, type CounterColumns } from '../counter-columns.ts'
import type { DayPart } from '../../domain/placement.ts'
import { dayNumber } from '../day-number.ts'
import { reasonCode, unplacedCodes } from '../reason-code.ts'
import type { Schema } from '../schema.ts'
import { bookedCells } from './booked-cells.ts'
import { counterSums } from '../counter-sums.ts'
import { cutDays } from './cut-span.ts'
import type { DayRange, Span } from '../../domain/span.ts'
import { secondsPerDay } from '../../domain/utc-day.ts'
import { fromTeams } from '../from-teams.ts'

type Db = Kysely<Schema>

/** What `spanTotals` says of one team, by key and model, with parts of days that have no minute. */
export async function teamCells(
  db: Db,
  span: Span,
  teamId: string,
  parts: readonly DayPart[] = [],
): Promise<KeyModel[]> {
  const { days, edges } = cutDays(span)
  const rows = days === null ? [] : await ofDays(db, days, teamId)
  for (const edge of edges) rows.push(...(await placedIn(db, edge, teamId)))
  for (const part of parts) rows.push(...(await unplacedOn(db, part, teamId)))
  const cells = await db
    .selectFrom('cell')
    .innerJoin('team', 'team.id', 'cell.team')
    .innerJoin('model', 'model.id', 'cell.model')
    .innerJoin('key', 'key.id', 'cell.key')
    .select(['cell.id', 'model.name', 'key.key'])
    .where('team.team_id', '=', teamId)
    .execute()
  const rowsOf = Map.groupBy(rows, ({ cell }) => cell)
  return cells.flatMap(({ id, name, key }) => {
    const ofCell = rowsOf.get(id)
    return ofCell === undefined ? [] : [{ key, model: name, counters: sum(ofCell.map(toCounters)) }]
  })
}

type CellRow = CounterColumns & { cell: number }

async function ofDays(db: Db, range: DayRange, teamId: string): Promise<CellRow[]> {
  const team = await db
    .selectFrom('team')
    .select('id')
    .where('team_id', '=', teamId)
    .executeTakeFirst()
  if (team === undefined) return []
  const teams = { least: team.id, most: team.id }
  return bookedCells(db, { range, teams, columns: counterColumns })
}

function placedIn(db: Db, { from, to }: Span, teamId: string): Promise<CellRow[]> {
  return fromTeams(db, 'delta')
    .select(['d.cell', ...counterSums('d')])
    .where('team.team_id', '=', teamId)
    .where('d.day', '>=', Math.floor(from / secondsPerDay))
    .where('d.day', '<=', Math.floor((to - 1) / secondsPerDay))
    .where('d.start', '>=', from)
    .where('d.start', '<', to)
    .where('d.reason', 'not in', [...unplacedCodes])
    .groupBy('d.cell')
    .execute()
}

function unplacedOn(db: Db, { day, reason }: DayPart, teamId: string): Promise<CellRow[]> {
  return fromTeams(db, 'delta')
    .select(['d.cell', ...counterSums('d')])
    .where('team.team_id', '=', teamId)
    .where('d.day', '=', dayNumber(day))
    .where('d.start', '=', dayNumber(day) * secondsPerDay)
    .where('d.reason', '=', reasonCode(reason))
    .groupBy('d.cell')
    .execute()
}
