import type { TeamModel } from '../../domain/traffic.ts'
import type { Kysely } from 'kysely'
import { counterColumns, toCounters, type CounterColumns } from '../counter-columns.ts'
import type { Schema } from '../schema.ts'

/** A part of what a team did with a model, under our own ids. */
export type TeamModelSum = CounterColumns & { team: number; model: number }

/** Parts of the same team and model become one, under the gateway's names. */
export async function nameTeamModels(
  db: Kysely<Schema>,
  parts: readonly TeamModelSum[],
): Promise<TeamModel[]> {
  const teams = await db.selectFrom('team').select(['id', 'team_id']).execute()
  const models = await db.selectFrom('model').select(['id', 'name']).execute()
  const teamOf = new Map(teams.map(({ id, team_id }) => [id, team_id]))
  const modelOf = new Map(models.map(({ id, name }) => [id, name]))
  return merge(parts).map((row) => ({
    teamId: teamOf.get(row.team) ?? null,
    model: modelOf.get(row.model) ?? '',
    counters: toCounters(row),
  }))
}

function merge(parts: readonly TeamModelSum[]): TeamModelSum[] {
  const sums: TeamModelSum[] = []
  const byTeam = new Map<number, Map<number, TeamModelSum>>()
  for (const part of parts) {
    const ofTeam = byTeam.get(part.team) ?? new Map<number, TeamModelSum>()
    byTeam.set(part.team, ofTeam)
    const known = ofTeam.get(part.model)
    if (known === undefined) {
      const sum = { ...part }
      ofTeam.set(part.model, sum)
      sums.push(sum)
    } else for (const column of counterColumns) known[column] += part[column]
  }
  return sums
}
