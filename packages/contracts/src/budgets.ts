import { z } from 'zod'
import { Budget, TeamName } from './board.ts'
import { dataVersion } from './data-version.ts'

export const BudgetRow = z
  .object({
    team: TeamName,
    spent_usd: Budget.shape.spent_usd,
    max_usd: z.number().meta({ description: 'The limit in US dollars.' }),
    used: z.number().nullable().meta({
      description: 'The share of the limit that is spent, 0–1 and beyond; `null` is not known.',
    }),
    period: Budget.shape.period,
    resets_at: Budget.shape.resets_at,
    elapsed: z.number().min(0).max(1).nullable().meta({
      description:
        'The share of the period that is over, 0–1; `null` where the budget has none, or none that is understood.',
    }),
    pace: z.number().nullable().meta({
      description:
        'The share that is spent over the share of the period that is over: at 1 both end together. `null` before 5 % of the period.',
    }),
    runway_minutes: z.number().nullable().meta({
      description:
        'Minutes until the limit is reached, at the pace that `runway_from` names; `null` where nothing is being spent.',
    }),
    runway_from: z.enum(['minutes', 'period']).nullable().meta({
      description:
        '`minutes` is the pace of the last ten minutes, as on the board; `period` that of the whole period, where nothing was spent lately or nobody watched.',
    }),
    end_usd: z.number().nullable().meta({
      description:
        'US dollars at the end of the period, if it goes on as it has; `null` where `pace` is.',
    }),
  })
  .meta({ description: 'The budget of one team, and how long it lasts.' })
export type BudgetRow = z.infer<typeof BudgetRow>

export const Budgets = z
  .object({
    data_version: dataVersion,
    at: z.iso.datetime().meta({
      description: 'The moment it is about, which is always now; `from` and `to` do not move it.',
    }),
    budgets: z.array(BudgetRow).meta({
      description: 'Teams with a limit that the gateway lists, the soonest end first.',
    }),
  })
  .meta({ description: 'The answer of `GET /api/v1/budgets`.' })
export type Budgets = z.infer<typeof Budgets>
