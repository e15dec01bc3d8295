import type { Budgets } from '@podium/contracts'
import type { Cast } from './cast.ts'

/** A budget that lasts, one that does not, and one that is used up. */
export function budgetsOf(cast: Cast, now: number): Budgets {
  const paces = [6.2, 1.4, 0.8]
  return {
    data_version: 1,
    at: new Date(now).toISOString(),
    budgets: cast.slice(0, 3).map((team, index) => {
      const pace = paces[index] ?? 1
      const used = Math.min(0.96, 0.16 * pace)
      return {
        team,
        spent_usd: 60 * used,
        max_usd: 60,
        used,
        period: '30d',
        resets_at: new Date(now + 20 * 86_400_000).toISOString(),
        elapsed: 0.16,
        pace,
        runway_minutes: 22 * (index * 40 + 1),
        runway_from: index === 2 ? 'period' : 'minutes',
        end_usd: 60 * pace,
      }
    }),
  }
}
