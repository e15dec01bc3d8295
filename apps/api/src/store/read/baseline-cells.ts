import type { Kysely } from 'kysely'
import type { CellName } from '../../domain/cell.ts'
import { secondsPerDay } from '../../domain/utc-day.ts'
import { dayNumber } from '../day-number.ts'
import { reasonCode } from '../reason-code.ts'
import type { Schema } from '../schema.ts'
import { fromTeams } from '../from-teams.ts'

/** The cells of which a part was there before the first read of the day. */
export async function baselineCells(db: Kysely<Schema>, day: string): Promise<CellName[]> {
  const number = dayNumber(day)
  const rows = await fromTeams(db, 'delta')
    .innerJoin('cell', (join) =>
      join.onRef('cell.team', '=', 'd.team').onRef('cell.id', '=', 'd.cell'),
    )
    .innerJoin('model', 'model.id', 'cell.model')
    .innerJoin('key', 'key.id', 'cell.key')
    .select(['team.team_id', 'model.name', 'key.key'])
    .where('d.day', '=', number)
    .where('d.start', '=', number * secondsPerDay)
    .where('d.reason', '=', reasonCode('baseline'))
    .execute()
  return rows.map((row) => ({ teamId: row.team_id, model: row.name, key: row.key }))
}
