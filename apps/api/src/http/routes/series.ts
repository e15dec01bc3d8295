import { Bucket, SeriesAnswer, SeriesMeasure } from '@podium/contracts'
import { z } from 'zod'
import { bucketCount } from '../../analytics/series/buckets.ts'
import { mostBuckets } from '../../analytics/series/choose-bucket.ts'
import { BadParameter } from '../../queries/bad-parameter.ts'
import { readChart } from '../../queries/chart.ts'
import type { QueryContext } from '../../queries/query-context.ts'
import { checkGrouping, daysBefore, groupingQuery } from './grouping-query.ts'
import type { AnswerRoute } from './route.ts'
import { topQuery } from './top-query.ts'
import { commonQuery } from './window-query.ts'
import { windowRoute } from './window-route.ts'

const Query = z.strictObject({
  ...commonQuery,
  ...groupingQuery,
  bucket: Bucket.optional().describe('How long one step is. Default: what suits the span.'),
  measure: SeriesMeasure.default('tokens').describe('What is shown of each step.'),
  top: topQuery({ most: 50, usual: 7, says: 'How many lines stand alone; the rest is one more' }),
  order: z
    .enum(['total', 'change'], 'order must be total or change.')
    .default('total')
    .describe(
      'What ranks the lines: how much there is, or how much that has changed, up or down, since the period before.',
    ),
  cumulative: z
    .enum(['true', 'false'], 'cumulative must be true or false.')
    .default('false')
    .transform((text) => text === 'true')
    .describe('Whether each step is the sum of all up to it; not for ratios.'),
})

export function seriesRoute(context: QueryContext): AnswerRoute {
  return windowRoute(context, {
    path: '/api/v1/series',
    access: 'viewer',
    tag: 'analytics',
    summary: 'Aligned series by team, model or provider, with what could not be placed',
    params: z.strictObject({}),
    query: Query,
    answer: SeriesAnswer,
    // The next poll can show that a step was quiet, which no new data tells.
    changesWith: 'minute',
    check: ({ query, window }) => {
      checkGrouping(query)
      const { bucket } = query
      if (bucket === undefined || bucketCount(window, bucket) <= mostBuckets) return
      const detail = `A series has at most ${mostBuckets} buckets: take a longer bucket or a shorter window.`
      throw new BadParameter('bucket', detail)
    },
    alsoAbout: (asked) => daysBefore(asked, asked.query.order === 'change'),
    read: (asked) => readChart(context, asked),
  })
}
