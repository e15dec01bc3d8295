import type { Counters } from '@podium/litellm-client'
import type { Kysely } from 'kysely'
import type { CellName } from '../../ledger/cell.ts'
import { toCounters } from '../counter-columns.ts'
import type { Schema } from '../schema.ts'
import { counterSums } from './counter-sums.ts'
import { dayNumbers, type DayRange } from './ranges.ts'
import { byTeams, type Teams } from './slices.ts'

export type CellTotal = CellName & { counters: Counters }

/** About as many cells as a team has on a day. */
const cellsPerTeam = 20

/** Each team's keys, each key's models, summed over the days. */
export async function cellTotals(db: Kysely<Schema>, range: DayRange): Promise<CellTotal[]> {
  const { first, last } = dayNumbers(range)
  return byTeams(db, cellsPerTeam * (1 + last - first), (teams) =>
    totalsOf(db, { first, last, ...teams }),
  )
}

type Part = Teams & { first: number; last: number }

async function totalsOf(db: Kysely<Schema>, { first, last, least, most }: Part) {
  const rows = await db
    .with('sums', (sums) =>
      sums
        .selectFrom('team')
        .crossJoin('day_cell as d')
        .whereRef('d.team', '=', 'team.id')
        .select(['d.team', 'd.cell', ...counterSums('d')])
        .where('team.id', '>=', least)
        .where('team.id', '<=', most)
        .where('d.team', '>=', least)
        .where('d.team', '<=', most)
        .where('d.day', '>=', first)
        .where('d.day', '<=', last)
        .groupBy(['d.team', 'd.cell']),
    )
    .selectFrom('sums')
    .innerJoin('team', 'team.id', 'sums.team')
    .innerJoin('cell', (join) =>
      join.onRef('cell.team', '=', 'sums.team').onRef('cell.id', '=', 'sums.cell'),
    )
    .innerJoin('model', 'model.id', 'cell.model')
    .innerJoin('key', 'key.id', 'cell.key')
    .selectAll('sums')
    .select(['team.team_id', 'model.name', 'key.key'])
    .execute()
  return rows.map((row) => ({
    teamId: row.team_id,
    model: row.name,
    key: row.key,
    counters: toCounters(row),
  }))
}
