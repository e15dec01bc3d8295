import { z } from 'zod'
import { Amount, Flag, Key, Label, Limit, OptionalKey } from '../schema/fields.ts'
import { safeKey } from '../schema/names.ts'

/** A team as the gateway lists it. `alias` is a label: not unique, often missing. */
export interface Team {
  teamId: string
  alias: string | null
  organizationId: string | null
  /** What the team has spent of its budget. Each budget reset sets it to 0, so it is no score. */
  spendUsd: number | null
  maxBudgetUsd: number | null
  /** As the gateway writes it, such as `30d`. */
  budgetDuration: string | null
  budgetResetAt: string | null
  blocked: boolean
  /** Models the team may use; empty means all. */
  models: string[]
  createdAt: string | null
}

export const TeamRow = z.object({
  team_id: z.string().min(1).transform(safeKey),
  team_alias: Label,
  organization_id: OptionalKey,
  spend: Amount,
  max_budget: Limit,
  budget_duration: Label,
  budget_reset_at: Label,
  blocked: Flag,
  models: z.array(Key).nullish().catch(null),
  created_at: Label,
  // Present since about 1.87, where viewers see all teams in the paged list.
  members_count: z.unknown().optional(),
})

export type TeamRow = z.infer<typeof TeamRow>

export function toTeam(row: TeamRow): Team {
  return {
    teamId: row.team_id,
    alias: row.team_alias,
    organizationId: row.organization_id,
    spendUsd: row.spend,
    maxBudgetUsd: row.max_budget,
    budgetDuration: row.budget_duration,
    budgetResetAt: row.budget_reset_at,
    blocked: row.blocked,
    models: row.models ?? [],
    createdAt: row.created_at,
  }
}
