import type { Team } from '@podium/litellm-client'
import type { Selectable } from 'kysely'
import type { Schema } from '../schema.ts'
import { saveMeters } from './save-meters.ts'
import type { Writing } from './writing.ts'

/** One list of teams; `at` in milliseconds. Only a complete list says that a team is missing. */
export type TeamListing = { teams: readonly Team[]; complete: boolean; at: number }

type Row = Selectable<Schema['team']>

/** Lists come with every poll, so only what differs is written; and told: of names, and of budgets' counters. */
export async function saveTeams(
  writing: Writing,
  { teams, complete, at }: TeamListing,
): Promise<{ isRenamed: boolean; isMetered: boolean }> {
  const { trx, names } = writing
  const idOf = await names.teams(
    trx,
    teams.map((team) => team.teamId),
  )
  const seconds = Math.floor(at / 1000)
  const rows = await trx.selectFrom('team').selectAll().execute()
  const unlisted = new Map(rows.map((row) => [row.id, row]))
  let isRenamed = false
  for (const team of teams) {
    const id = idOf(team.teamId)
    const before = unlisted.get(id)
    unlisted.delete(id)
    const row = { ...toRow(team), missing: 0 }
    const listedAt = before?.listed_at ?? null
    if (before !== undefined && listedAt !== null && isAs(before, row)) continue
    const listed_at = listedAt ?? seconds
    await trx
      .updateTable('team')
      .set({ ...row, listed_at })
      .where('id', '=', id)
      .execute()
    isRenamed = true
  }
  const isMissed = complete && (await countMissing(writing, [...unlisted.values()]))
  const meters = teams.map((team) => ({ id: idOf(team.teamId), team }))
  const isMetered = await saveMeters(writing, meters, seconds)
  return { isRenamed: isRenamed || isMissed, isMetered }
}

function isAs(before: Row, after: Partial<Row>): boolean {
  return JSON.stringify({ ...before, ...after }) === JSON.stringify(before)
}

/** More are not counted. */
const mostMissing = 9

async function countMissing({ trx }: Writing, unlisted: readonly Row[]): Promise<boolean> {
  const absent = unlisted
    .filter(({ listed_at, missing }) => listed_at !== null && missing < mostMissing)
    .map(({ id }) => id)
  if (absent.length === 0) return false
  await trx
    .updateTable('team')
    .set((eb) => ({ missing: eb('missing', '+', 1) }))
    .where('id', 'in', absent)
    .execute()
  return true
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
