import {
  CompatLeaderboard,
  CompatCostEfficiency,
  CompatHourly,
  CompatModels,
  CompatSuccessRate,
  CompatTimeseries,
} from '@podium/contracts'
import { z } from 'zod'
import { parseDateRange } from '../../analytics/date-range.ts'
import { addDays, startOfDay } from '../../domain/utc-day.ts'
import { BadParameter } from '../../queries/bad-parameter.ts'
import {
  readCostEfficiency,
  readHourly,
  readLeaderboard,
  readModelTokens,
  readSuccessRate,
  readTimeseries,
  type CompatQuestion,
} from '../../queries/compat.ts'
import type { QueryContext } from '../../queries/query-context.ts'
import { answerRoute, type AnswerRoute } from './route.ts'

type Context = Pick<QueryContext, 'store' | 'publicIds'>

/** Loose: the original ignored what it did not know. */
const RangeQuery = z.object({
  start_date: z
    .string()
    .optional()
    .describe('First UTC day, as `YYYY-MM-DD`. Default: the day before `end_date`.'),
  end_date: z
    .string()
    .optional()
    .describe('Last UTC day, which counts. Default: today. At most 400 days in all.'),
})

const HourlyQuery = RangeQuery.extend({
  team: z.string().optional().describe('Name or public id of a team. Default: all teams.'),
})

type CompatQuery = z.infer<typeof HourlyQuery>

type CompatRoute = {
  path: `/tokens${string}`
  summary: string
  answer: z.ZodType
  query?: z.ZodObject & z.ZodType<CompatQuery>
  read: (context: Context, question: CompatQuestion) => Promise<object>
}

/** The routes of the original leaderboard: UTC days in, every team of the gateway out. */
const table: CompatRoute[] = [
  {
    path: '/tokens',
    summary: 'Tokens by team, key and model',
    answer: CompatLeaderboard,
    read: readLeaderboard,
  },
  {
    path: '/tokens/timeseries',
    summary: 'Tokens and requests by day and team',
    answer: CompatTimeseries,
    read: readTimeseries,
  },
  {
    path: '/tokens/models',
    summary: 'Tokens by model',
    answer: CompatModels,
    read: readModelTokens,
  },
  {
    path: '/tokens/success-rate',
    summary: 'Requests and their success by team',
    answer: CompatSuccessRate,
    read: readSuccessRate,
  },
  {
    path: '/tokens/cost-efficiency',
    summary: 'Cost by team and model',
    answer: CompatCostEfficiency,
    read: readCostEfficiency,
  },
  {
    path: '/tokens/hourly',
    summary: 'Tokens by hour of the UTC day',
    answer: CompatHourly,
    query: HourlyQuery,
    read: readHourly,
  },
]

export function compatRoutes(context: Context): AnswerRoute[] {
  return table.map(({ query = RangeQuery, read, ...described }) =>
    answerRoute({
      ...described,
      access: 'viewer',
      tag: 'compat',
      params: z.object({}),
      query,
      plan: (asked, now) => {
        const range: CompatQuery = asked.query
        const { team = '' } = range
        const days = daysOf(range, now)
        // Only an end that was named, and not cut to today, stays the same tomorrow.
        const isFixed = range.end_date === days.to
        return {
          question: `${days.from}/${days.to} ${team}`,
          until: isFixed ? null : startOfDay(addDays(days.to, 1)),
          days,
          read: () => read(context, { days, team }),
        }
      },
    }),
  )
}

function daysOf(query: CompatQuery, now: number): CompatQuestion['days'] {
  const parsed = parseDateRange(query, now)
  if (!parsed.ok) throw new BadParameter(parsed.parameter, parsed.detail)
  return { from: parsed.range.start, to: parsed.range.end }
}
