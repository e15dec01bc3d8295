import { sql, type Kysely } from 'kysely'
import type { Span } from '../../domain/span.ts'
import { secondsPerDay } from '../../domain/utc-day.ts'
import { fromTeams } from '../from-teams.ts'
import type { Schema } from '../schema.ts'

/**
 * When each key of a team was last used, in epoch seconds. It goes back day by day, and ends where all of its keys have
 * been seen: mostly on the newest day.
 */
export async function keysSeen(
  db: Kysely<Schema>,
  { from, to }: Span,
  teamId: string,
): Promise<Map<string, number>> {
  const known = await db
    .selectFrom('cell')
    .innerJoin('team', 'team.id', 'cell.team')
    .select((eb) => eb.fn.count<number>('cell.key').distinct().as('keys'))
    .where('team.team_id', '=', teamId)
    .executeTakeFirst()
  const all = known?.keys ?? 0
  const seen = new Map<string, number>()
  const first = Math.floor(from / secondsPerDay)
  for (let day = Math.floor((to - 1) / secondsPerDay); day >= first && seen.size < all; day -= 1)
    for (const { key, end } of await onDay(db, { from, to }, teamId, day))
      if (!seen.has(key)) seen.set(key, Math.min(end, to))
  return seen
}

function onDay(db: Kysely<Schema>, { from, to }: Span, teamId: string, day: number) {
  return fromTeams(db, 'delta')
    .innerJoin('cell', (join) =>
      join.onRef('cell.team', '=', 'd.team').onRef('cell.id', '=', 'd.cell'),
    )
    .innerJoin('key', 'key.id', 'cell.key')
    .select(['key.key', sql<number>`max(d.start + d.width * 60)`.as('end')])
    .where('team.team_id', '=', teamId)
    .where('d.day', '=', day)
    .where('d.start', '>=', from)
    .where('d.start', '<', to)
    .where('d.width', '<', 1440)
    .where('d.requests', '>', 0)
    .groupBy('key.key')
    .execute()
}
