import type { Kysely } from 'kysely'
import type { TeamRequests } from '../../domain/time-slice.ts'
import type { Schema } from '../schema.ts'
import { someSums } from '../counter-sums.ts'
import { modelNames } from './model-names.ts'
import type { Span } from '../../domain/span.ts'
import { byHours } from './in-steps.ts'
import { secondsPerDay } from '../../domain/utc-day.ts'
import { fromTeams } from '../from-teams.ts'

type Db = Kysely<Schema>

/** What a team may have in an hour. */
export const deltasPerHour = 120

/** What was placed of one team, by bucket. */
export function teamDeltas(db: Db, { from, to }: Span, teamId: string | null) {
  return fromTeams(db, 'delta')
    .innerJoin('cell', (join) =>
      join.onRef('cell.team', '=', 'd.team').onRef('cell.id', '=', 'd.cell'),
    )
    .where('team.team_id', teamId === null ? 'is' : '=', teamId)
    .where('d.day', '>=', Math.floor(from / secondsPerDay))
    .where('d.day', '<=', Math.floor((to - 1) / secondsPerDay))
    .where('d.start', '>=', from)
    .where('d.start', '<', to)
    .where('d.width', '<', 1440)
    .groupBy(['d.start', 'd.width'])
    .select(['d.start', 'd.width'])
}

/** Oldest first. */
export async function teamRequests(db: Db, span: Span, teamId: string): Promise<TeamRequests[]> {
  const nameOf = await modelNames(db)
  return byHours(span, deltasPerHour, async (part) => {
    const rows = await teamDeltas(db, part, teamId)
      .select(['cell.model', ...someSums('d', ['requests', 'successes'])])
      .groupBy('cell.model')
      .orderBy('d.start')
      .execute()
    return rows.map(({ model, ...row }) => ({ model: nameOf(model) ?? '', ...row }))
  })
}
