import type { Team } from '@podium/litellm-client'
import type { Writing } from './writing.ts'

/** One list of teams; `at` in milliseconds. Only a complete list says that a team is missing. */
export type TeamListing = { teams: readonly Team[]; complete: boolean; at: number }

export async function saveTeams(writing: Writing, { teams, complete, at }: TeamListing) {
  const { trx, names } = writing
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
