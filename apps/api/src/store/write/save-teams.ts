import type { Team } from '@podium/litellm-client'
import type { Writing } from './writing.ts'

/** One list of teams; `at` in milliseconds. Only a complete list says that a team is missing. */
export type TeamListing = { teams: readonly Team[]; complete: boolean; at: number }

/** True where a team is described otherwise than before, came, or has gone. */
export async function saveTeams(
  writing: Writing,
  { teams, complete, at }: TeamListing,
): Promise<boolean> {
  const { trx, names } = writing
  const before = await describeTeams(writing)
  const idOf = await names.teams(
    trx,
    teams.map((team) => team.teamId),
  )
  const listed_at = Math.floor(at / 1000)
  if (complete)
    await trx
      .updateTable('team')
      .set((eb) => ({ missing: eb('missing', '+', 1) }))
      .where('listed_at', 'is not', null)
      .execute()
  for (const team of teams) {
    await trx
      .updateTable('team')
      .set({ ...toRow(team), listed_at, missing: 0 })
      .where('id', '=', idOf(team.teamId))
      .execute()
    await saveMeter(writing, idOf(team.teamId), team, listed_at)
  }
  return (await describeTeams(writing)) !== before
}

/** Missing for longer is told like this. */
const longMissing = 9

/** All but the times at which a team was seen, and its budget's counter: those change with every list. */
async function describeTeams({ trx }: Writing): Promise<string> {
  const rows = await trx.selectFrom('team').selectAll().orderBy('id').execute()
  const told = rows.map(({ listed_at, missing, ...row }) => ({
    ...row,
    isListed: listed_at !== null,
    missing: Math.min(missing, longMissing),
  }))
  return JSON.stringify(told)
}

function toRow(team: Team) {
  return {
    alias: team.alias,
    organization_id: team.organizationId,
    max_budget: team.maxBudgetUsd,
    budget_duration: team.budgetDuration,
    budget_reset_at: team.budgetResetAt,
    blocked: team.blocked ? 1 : 0,
    models: JSON.stringify(team.models),
    created_at: team.createdAt,
  }
}

/** The budget's counter, at each minute in which it was seen to change. */
async function saveMeter({ trx }: Writing, team: number, seen: Team, at: number) {
  const { spendUsd: spend, maxBudgetUsd: max_budget } = seen
  const last = await trx
    .selectFrom('team_meter')
    .select(['spend', 'max_budget'])
    .where('team', '=', team)
    .orderBy('minute', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (last?.spend === spend && last.max_budget === max_budget) return
  await trx
    .insertInto('team_meter')
    .values({ team, minute: at - (at % 60), spend, max_budget })
    .onConflict((conflict) =>
      conflict.columns(['team', 'minute']).doUpdateSet({ spend, max_budget }),
    )
    .execute()
}
