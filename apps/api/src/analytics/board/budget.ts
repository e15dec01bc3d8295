import type { Budget } from '@podium/contracts'
import { roundUsd } from '../../domain/dollars.ts'
import type { StoredTeam } from '../../domain/listings.ts'

export type BudgetOfTeam = Pick<
  StoredTeam,
  'spendUsd' | 'maxBudgetUsd' | 'budgetDuration' | 'budgetResetAt'
>

/** `usdPerMinute` is the present pace; `null` where nothing is known of a budget. */
export function budgetOf(team: BudgetOfTeam, usdPerMinute: number | null): Budget | null {
  const { spendUsd, maxBudgetUsd, budgetDuration, budgetResetAt } = team
  if (spendUsd === null && maxBudgetUsd === null) return null
  return {
    max_usd: maxBudgetUsd,
    spent_usd: spendUsd === null ? null : roundUsd(spendUsd),
    period: budgetDuration,
    resets_at: instant(budgetResetAt),
    runway_minutes: runway(maxBudgetUsd, spendUsd, usdPerMinute),
  }
}

function runway(most: number | null, spent: number | null, pace: number | null): number | null {
  if (most === null || spent === null || pace === null || pace <= 0) return null
  return Math.max(0, most - spent) / pace
}

/** The gateway means UTC where it names no offset. */
function instant(text: string | null): string | null {
  if (text === null) return null
  const at = Date.parse(/(?:Z|[+-]\d\d:?\d\d)$/.test(text) ? text : `${text}Z`)
  return Number.isNaN(at) ? null : new Date(at).toISOString()
}
