import { Bucket, Grouping, SeriesAnswer, SeriesMeasure } from '@podium/contracts'
import { z } from 'zod'
import { bucketCount } from '../../analytics/series/buckets.ts'
import { mostBuckets } from '../../analytics/series/choose-bucket.ts'
import type { SpanWindow } from '../../analytics/window.ts'
import type { Store } from '../../store/open-store.ts'
import { commonQuery, planCommon } from './common-query.ts'
import { readSeries, type SeriesStore } from '../../queries/read-series.ts'
import { asOfMinute } from '../../queries/read-standings.ts'
import {
  readScope,
  type Scope,
  type Traffic,
  type TrafficDeps,
} from '../../queries/read-traffic.ts'
import { answerRoute, type AnswerRoute } from './route.ts'

type Deps = TrafficDeps & {
  store: SeriesStore & Pick<Store, 'spanTotalsOfTeams'>
  about: { pollSeconds: number }
}

const topProblem = 'top must be a whole number from 1 to 50.'

const Query = z.strictObject({
  ...commonQuery,
  bucket: Bucket.optional().describe(
    'How long one step is; what suits the span where it is missing.',
  ),
  measure: SeriesMeasure.default('tokens').describe('What is summed.'),
  by: Grouping.default('team').describe('What is a line of its own.'),
  top: z
    .string()
    .regex(/^\d{1,2}$/, topProblem)
    .transform(Number)
    .pipe(z.int().min(1, topProblem).max(50, topProblem))
    .default(7)
    .describe('How many lines stand alone; the rest is one more (1–50).'),
})

/** How something grew over time, side by side. */
export function seriesRoute(deps: Deps): AnswerRoute {
  return answerRoute({
    path: '/api/v1/series',
    access: 'viewer',
    tag: 'analytics',
    summary: 'Aligned series by team, model or provider, with what could not be placed',
    params: z.strictObject({}),
    query: Query,
    answer: SeriesAnswer,
    plan: ({ query }, now) => {
      const planned = planCommon(query, now)
      if ('parameter' in planned) return planned
      const { window, question } = planned
      const { bucket, measure, by, top } = query
      if (bucket !== undefined && bucketCount(window, bucket) > mostBuckets)
        return {
          parameter: 'bucket',
          detail: `A series has at most ${mostBuckets} buckets: take a longer bucket or a shorter window.`,
        }
      // What is known of the present grows with every poll, whether or not it finds anything.
      const { asOf, until } = asOfMinute(window, now)
      return {
        question: JSON.stringify([question, bucket ?? null, measure, by, top, asOf]),
        until,
        days: window.days,
        read: async () => {
          const traffic = await readTotals(
            deps,
            await readScope(deps, query, window, now),
            window,
            by,
          )
          const series = await readSeries(deps, traffic, window, { bucket, measure, by, top })
          const answer: SeriesAnswer = {
            data_version: traffic.dataVersion,
            window: traffic.window,
            ...series,
          }
          return answer
        },
      }
    },
  })
}

/** What decides who has a line of its own. Where no model is asked about, none is looked at. */
async function readTotals(
  { store }: Deps,
  scope: Scope,
  window: SpanWindow,
  by: Grouping,
): Promise<Traffic> {
  if (by !== 'team' || scope.filter.models !== null)
    return { ...scope, rows: await store.spanTotals(window) }
  const totals = await store.spanTotalsOfTeams(window)
  return { ...scope, rows: totals.map((total) => ({ ...total, model: '' })) }
}
