import { sql, type Kysely } from 'kysely'
import type { CounterColumns } from '../counter-columns.ts'
import type { CounterColumn } from '../../domain/counters.ts'
import { secondsPerDay } from '../../domain/utc-day.ts'
import type { Schema } from '../schema.ts'
import { someSums } from '../counter-sums.ts'
import { dayNumbers } from './ranges.ts'
import type { DayRange } from '../../domain/span.ts'
import { type Teams, fromTeams } from '../from-teams.ts'

type CellSelection<Column extends CounterColumn> = {
  range: DayRange
  teams: Teams
  columns: readonly Column[]
}

type CellRow = CounterColumns & { cell: number }

/**
 * The sums of whole days by cell: those that are kept, and what of an open day they do not count yet. Both are read
 * by one statement, which sees one version of the data.
 */
export async function bookedCells<Column extends CounterColumn>(
  db: Kysely<Schema>,
  { range, teams: { least, most }, columns }: CellSelection<Column>,
): Promise<Pick<CellRow, Column | 'cell'>[]> {
  const { first, last } = dayNumbers(range)
  const sums = someSums<CounterColumn>('d', columns)
  const ofDays = fromTeams(db, 'day_cell', { least, most })
    .select(['d.cell', ...sums])
    .where('d.team', '>=', least)
    .where('d.team', '<=', most)
    .where('d.day', '>=', first)
    .where('d.day', '<=', last)
    .groupBy(['d.team', 'd.cell'])
  const sinceThen = db
    .selectFrom('day_read as r')
    .crossJoin('team')
    .crossJoin('delta as d')
    .whereRef('d.team', '=', 'team.id')
    .whereRef('d.day', '=', 'r.day')
    .whereRef('d.start', '>=', 'r.summed_to')
    .select(['d.cell', ...sums])
    .where('team.id', '>=', least)
    .where('team.id', '<=', most)
    .where('r.day', '>=', first)
    .where('r.day', '<=', last)
    .where('r.summed_to', '<', sql<number>`CAST(r.day + 1 AS BIGINT) * ${secondsPerDay}`)
    .groupBy(['d.team', 'd.cell'])
  const rows = await ofDays.unionAll(sinceThen).execute()
  return addUp(rows, columns)
}

/** A cell of an open day may come twice. */
function addUp(rows: readonly CellRow[], columns: readonly CounterColumn[]): CellRow[] {
  const sums = new Map<number, CellRow>()
  for (const row of rows) {
    const sum = sums.get(row.cell)
    if (sum === undefined) sums.set(row.cell, row)
    else for (const column of columns) sum[column] += row[column]
  }
  return [...sums.values()]
}
