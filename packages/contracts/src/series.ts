import { z } from 'zod'
import { SumMeasure } from './measure.ts'

export const Bucket = z
  .enum(['minute', '5min', '15min', 'hour', 'day', 'all'])
  .meta({ description: 'How long each bucket is; `all` is one for the whole span.' })
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
        'Amounts of each bucket without a known time; `null` where buckets are neither whole UTC days nor the whole span.',
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
    measure: SumMeasure,
    by: Grouping,
    starts: z.array(z.iso.datetime()).meta({ description: 'The instant each bucket begins.' }),
    lines: z.array(SeriesLine).meta({ description: 'The lines, largest first, `others` last.' }),
  })
  .meta({ description: 'Amounts over time, in lines that share their buckets.' })
export type Series = z.infer<typeof Series>
