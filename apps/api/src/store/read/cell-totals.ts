import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Counters } from '@podium/litellm-client'
import type { Kysely } from 'kysely'
import type { CellName } from '../../ledger/cell.ts'
import { toCounters } from '../counter-columns.ts'
import type { Schema } from '../schema.ts'
import { counterSums } from './counter-sums.ts'
import { dayNumbers, type DayRange } from './ranges.ts'

export type CellTotal = CellName & { counters: Counters }

/** A long range is read a few teams at a time, so that nobody else has to wait for all of it. */
const daysAtOnce = 7
const teamsAtOnce = 5

/** Each team's keys, each key's models, summed over the days. */
export async function cellTotals(db: Kysely<Schema>, range: DayRange): Promise<CellTotal[]> {
  const { first, last } = dayNumbers(range)
  const teams = await db.selectFrom('team').select('id').orderBy('id').execute()
  const step = last - first < daysAtOnce ? teams.length : teamsAtOnce
  const totals: CellTotal[] = []
  for (let start = 0; start < teams.length; start += step) {
    const ids = teams.slice(start, start + step).map(({ id }) => id)
    totals.push(...(await totalsOf(db, { first, last, least: ids[0] ?? 0, most: ids.at(-1) ?? 0 })))
    await nextTurn()
  }
  return totals
}

type Part = { first: number; last: number; least: number; most: number }

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
