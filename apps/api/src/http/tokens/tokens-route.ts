import type { Coverage } from '@podium/contracts'
import { z } from 'zod'
import { parseDateRange } from '../../analytics/date-range.ts'
import { nameTeams } from '../../analytics/team-names.ts'
import type { PublicIds } from '../../analytics/public-ids.ts'
import type { Asked } from '../../analytics/tokens/teams-shown.ts'
import { addDays, daysBetween, startOfDay } from '../../domain/utc-day.ts'
import type { Store } from '../../store/open-store.ts'
import type { DayRange } from '../../domain/span.ts'
import type { Refusal } from '../refused.ts'
import { answerRoute, type Plan, type Route } from '../routes/route.ts'

export type TokensDeps = {
  store: Pick<Store, 'teams' | 'coverage'>
  publicIds: PublicIds
}

/** Loose: what the original did not know, it ignored. */
export const RangeQuery = z.object({
  start_date: z
    .string()
    .optional()
    .describe('First UTC day, as `YYYY-MM-DD`; the day before `end_date` where it is missing.'),
  end_date: z
    .string()
    .optional()
    .describe('Last UTC day, which counts; today where it is missing. At most 400 days in all.'),
})

type Reading<Read, Answer> = {
  load: (range: DayRange) => Promise<Read>
  shape: (read: Read, asked: Asked) => Answer
}

type Described<Answer extends z.ZodType> = Pick<Route, 'summary'> & {
  path: `/tokens${string}`
  answer: Answer
}

/** What all of these routes have in common. */
export const compatible = { access: 'viewer', tag: 'compatible', params: z.object({}) } as const

/** A route of the original: UTC days in, every team of the gateway out. */
export function tokensRoute<Answer extends z.ZodType<object>, Read>(
  deps: TokensDeps,
  { load, shape, ...described }: Described<Answer> & Reading<Read, z.infer<Answer>>,
): Route {
  return answerRoute({
    ...compatible,
    ...described,
    query: RangeQuery,
    plan: ({ query }, now) => planRange(deps, query, now, { load, shape }),
  })
}

export function planRange<Read, Answer extends object>(
  { store, publicIds }: TokensDeps,
  query: z.infer<typeof RangeQuery>,
  now: number,
  { load, shape }: Reading<Read, Answer>,
): Plan | Refusal {
  const parsed = parseDateRange(query, now)
  if (!parsed.ok) return { parameter: parsed.parameter, detail: parsed.detail }
  const { start, end } = parsed.range
  const days = { from: start, to: end }
  return {
    question: `${start}/${end}`,
    // Only an end that was named, and not cut to today, stays the same tomorrow.
    until: query.end_date === end ? null : startOfDay(addDays(end, 1)),
    days,
    read: async () => {
      const [teams, read, coverage] = await Promise.all([
        store.teams(),
        load(days),
        coverageOf(store, days),
      ])
      return shape(read, { teams: nameTeams(teams, publicIds), coverage })
    },
  }
}

async function coverageOf(store: TokensDeps['store'], { from, to }: DayRange): Promise<Coverage> {
  const read = new Set((await store.coverage({ from, to })).map(({ day }) => day))
  const missing = daysBetween(from, to).filter((day) => !read.has(day))
  return { start_date: from, end_date: to, missing }
}
