import { Bucket, Grouping, SeriesAnswer, SeriesMeasure } from '@podium/contracts'
import { z } from 'zod'
import { bucketCount } from '../../analytics/series/buckets.ts'
import { mostBuckets } from '../../analytics/series/choose-bucket.ts'
import { BadParameter } from '../../queries/bad-parameter.ts'
import type { QueryContext } from '../../queries/query-context.ts'
import { readSeriesAnswer } from '../../queries/series.ts'
import type { AnswerRoute } from './route.ts'
import { commonQuery } from './window-query.ts'
import { windowRoute } from './window-route.ts'

const topProblem = 'top must be a whole number from 1 to 50.'

const Query = z.strictObject({
  ...commonQuery,
  bucket: Bucket.optional().describe('How long one step is. Default: what suits the span.'),
  measure: SeriesMeasure.default('tokens').describe('What is summed.'),
  by: Grouping.default('team').describe('What has a line of its own.'),
  top: z
    .string()
    .regex(/^\d{1,2}$/, topProblem)
    .transform(Number)
    .pipe(z.int().min(1, topProblem).max(50, topProblem))
    .default(7)
    .describe('How many lines stand alone; the rest is one more (1–50).'),
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
    check: ({ query: { bucket }, window }) => {
      if (bucket === undefined || bucketCount(window, bucket) <= mostBuckets) return
      const detail = `A series has at most ${mostBuckets} buckets: take a longer bucket or a shorter window.`
      throw new BadParameter('bucket', detail)
    },
    read: (asked) => readSeriesAnswer(context, asked),
  })
}
