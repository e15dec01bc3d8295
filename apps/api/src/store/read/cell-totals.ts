import type { Kysely } from 'kysely'
import type { CellName } from '../../domain/cell.ts'
import type { CellTokens, CellTotal } from '../../domain/traffic.ts'
import { counterColumns, toCounters } from '../counter-columns.ts'
import type { Schema } from '../schema.ts'
import { bookedCells } from './booked-cells.ts'
import { dayNumbers } from './ranges.ts'
import type { DayRange } from '../../domain/span.ts'
import { byTeams } from './in-steps.ts'
import type { Teams } from '../from-teams.ts'

type Db = Kysely<Schema>

/** About as many cells as a team has on a day. */
const cellsPerTeam = 20

/** Each team's keys, each key's models, summed over the days. */
export async function cellTotals(db: Db, range: DayRange): Promise<CellTotal[]> {
  return byTeams(db, rowsPerTeam(range), async (teams) => {
    const rows = await bookedCells(db, { range, teams, columns: counterColumns })
    const nameOf = await cellNames(db, teams)
    return rows.map((row) => ({ ...nameOf(row.cell), counters: toCounters(row) }))
  })
}

/** The same without what /tokens does not tell. */
export async function cellTokens(db: Db, range: DayRange): Promise<CellTokens[]> {
  const columns = ['prompt', 'completion', 'requests'] as const
  return byTeams(db, rowsPerTeam(range), async (teams) => {
    const rows = await bookedCells(db, { range, teams, columns })
    const nameOf = await cellNames(db, teams)
    return rows.map(({ cell, prompt, completion, requests }) => ({
      ...nameOf(cell),
      counters: { promptTokens: prompt, completionTokens: completion, requests },
    }))
  })
}

function rowsPerTeam(range: DayRange): number {
  const { first, last } = dayNumbers(range)
  return cellsPerTeam * (1 + last - first)
}

async function cellNames(db: Db, { least, most }: Teams): Promise<(cell: number) => CellName> {
  const rows = await db
    .selectFrom('cell')
    .innerJoin('team', 'team.id', 'cell.team')
    .innerJoin('model', 'model.id', 'cell.model')
    .innerJoin('key', 'key.id', 'cell.key')
    .select(['cell.id', 'team.team_id', 'model.name', 'key.key'])
    .where('cell.team', '>=', least)
    .where('cell.team', '<=', most)
    .execute()
  const names = new Map(
    rows.map(({ id, team_id, name, key }) => [id, { teamId: team_id, model: name, key }]),
  )
  return (cell) => {
    const name = names.get(cell)
    if (name === undefined) throw new Error(`No cell has the id ${cell}`)
    return name
  }
}
