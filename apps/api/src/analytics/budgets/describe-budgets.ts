import type { Budget, BudgetRow, TeamName } from '@podium/contracts'
import { roundUsd } from '../../domain/dollars.ts'
import { minuteMs } from '../../domain/utc-day.ts'
import { budgetOf, type BudgetOfTeam } from '../board/budget.ts'
import { periodStart } from './budget-period.ts'

/** Earlier in a period one request decides the pace. */
const leastElapsed = 0.05

export type TeamWithBudget = {
  name: TeamName
  budget: BudgetOfTeam
  /** The pace of the last minutes; `null` is not known. */
  usdPerMinute: number | null
}

/** Whose budget ends first; `now` in milliseconds. */
export function describeBudgets(teams: readonly TeamWithBudget[], now: number): BudgetRow[] {
  return teams
    .filter(({ name }) => !name.gone)
    .flatMap(({ name, budget, usdPerMinute }) => {
      const told = budgetOf(budget, usdPerMinute)
      return told === null ? [] : (rowOf(name, told, now) ?? [])
    })
    .toSorted(
      (a, b) =>
        (a.runway_minutes ?? Infinity) - (b.runway_minutes ?? Infinity) ||
        (b.used ?? 0) - (a.used ?? 0) ||
        (a.team.name < b.team.name ? -1 : 1),
    )
}

function rowOf(team: TeamName, budget: Budget, now: number): BudgetRow | null {
  const { max_usd: most, spent_usd: spent, period, resets_at: resetsAt } = budget
  if (most === null) return null
  const used = spent === null ? null : usedShare(spent, most)
  const times = period === null || resetsAt === null ? null : timesOf(period, resetsAt, now)
  const isPaced = times !== null && times.elapsed >= leastElapsed
  const lately = budget.runway_minutes
  const overall = spent === null || times === null ? null : lastsFor({ spent, most }, times.minutes)
  return {
    ...{ team, spent_usd: spent, max_usd: most, used, period, resets_at: resetsAt },
    elapsed: times?.elapsed ?? null,
    pace: isPaced && used !== null ? used / times.elapsed : null,
    runway_minutes: lately ?? overall,
    runway_from: lately === null ? (overall === null ? null : 'period') : 'minutes',
    end_usd: isPaced && spent !== null ? roundUsd(spent / times.elapsed) : null,
  }
}

/** A budget of nothing is used up. */
function usedShare(spent: number, most: number): number {
  return most > 0 ? spent / most : 1
}

function timesOf(period: string, resetsAt: string, now: number) {
  const end = Date.parse(resetsAt)
  const start = periodStart(period, end)
  if (start === null) return null
  const elapsed = Math.min(1, Math.max(0, (now - start) / (end - start)))
  return { elapsed, minutes: Math.max(0, now - start) / minuteMs }
}

function lastsFor(
  { spent, most }: { spent: number; most: number },
  minutes: number,
): number | null {
  return spent > 0 && minutes > 0 ? (Math.max(0, most - spent) * minutes) / spent : null
}
