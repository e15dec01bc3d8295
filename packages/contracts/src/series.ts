import { z } from 'zod'
import { LeftOut } from './amount.ts'
import { dataVersion } from './data-version.ts'
import { SeriesMeasure } from './measure.ts'
import { Window } from './window.ts'

export const Bucket = z
  .enum(['minute', '5min', '15min', 'hour', 'day'])
  .meta({ description: 'How long each bucket is.' })
export type Bucket = z.infer<typeof Bucket>

export const Grouping = z
  .enum(['team', 'model', 'provider', 'none'])
  .meta({ description: 'What gets a line of its own; `none` is one line for everything.' })
export type Grouping = z.infer<typeof Grouping>

export const SeriesLine = z
  .object({
    key: z.string().nullable().meta({
      description:
        'The public id of a team, or the name of a model or provider; `null` for `all` and `others`.',
    }),
    label: z.string().meta({ description: 'The name to show.' }),
    kind: z.enum(['team', 'model', 'provider', 'all', 'others']).meta({
      description: 'What the line is about; `others` is everything that has no line of its own.',
    }),
    placed: z.array(z.number().nullable()).meta({
      description:
        'Amounts with a known time, one for each of `starts`; `null` is a bucket that nobody watched.',
    }),
    unplaced: z.array(z.number().nullable()).nullable().meta({
      description:
        'Amounts of each bucket without a known time; `null` where buckets are not whole UTC days.',
    }),
    unplaced_total: z.number().meta({
      description: 'Everything in the window that no bucket can show.',
    }),
    total: z.number().meta({ description: 'Placed and unplaced amounts together.' }),
  })
  .meta({ description: 'One line of a series.' })
export type SeriesLine = z.infer<typeof SeriesLine>

export const Series = z
  .object({
    bucket: Bucket,
    measure: SeriesMeasure,
    by: Grouping,
    starts: z.array(z.iso.datetime()).meta({ description: 'The instant each bucket begins.' }),
    lines: z.array(SeriesLine).meta({ description: 'The lines, largest first, `others` last.' }),
  })
  .meta({ description: 'Amounts over time, in lines that share their buckets.' })
export type Series = z.infer<typeof Series>

export const SeriesAnswer = Series.extend({
  data_version: dataVersion,
  window: Window,
  left_out: LeftOut,
}).meta({
  description: 'The answer of `GET /api/v1/series`.',
})
export type SeriesAnswer = z.infer<typeof SeriesAnswer>
