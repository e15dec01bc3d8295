import { z } from 'zod'
import { LeftOut } from './amount.ts'
import { Balance } from './balance.ts'
import { Before } from './before.ts'
import { dataVersion } from './data-version.ts'
import { SeriesMeasure } from './measure.ts'
import { Grouping, Series, SeriesLine } from './series.ts'
import { Window } from './window.ts'

export const ChartLine = SeriesLine.extend({
  then_key: z.string().nullable().meta({
    description: 'The same of what `then` asks for; `null` without it.',
  }),
  kind: z.enum(['team', 'model', 'provider', 'all', 'others', 'before']).meta({
    description:
      'What the line is about; `others` is everything that has no line of its own, `before` everything in the period before, step by step.',
  }),
  values: z.array(z.number().nullable()).meta({
    description:
      'What a chart shows of each step: `placed` and `unplaced` together, or up to its end with `cumulative=true`; `null` is a step that nobody watched, or one that is not there yet.',
  }),
  unplaced_total: z.number().nullable().meta({
    description:
      'Everything in the span that no step can show; for a ratio that of these amounts, `null` without any.',
  }),
  total: z.number().nullable().meta({
    description: 'The sum over the span, or the ratio of the sums; `null` is not known.',
  }),
  share: z.number().nullable().meta({
    description: 'The share of `all`, 0–1; `null` for ratios, and where there is nothing.',
  }),
  before_total: z.number().nullable().meta({
    description: 'The total of the period before; `null` without `compare=before`.',
  }),
  change: z.number().nullable().meta({
    description:
      'What became of it: 0.03 is 3 % more, and for `cache_hit_share` and `success` 3 is three percentage points more. `null` where that cannot be compared.',
  }),
}).meta({ description: 'One line of a chart.' })
export type ChartLine = z.infer<typeof ChartLine>

export const Hole = z
  .object({
    from: z.iso.datetime().meta({ description: 'When the first of the steps begins.' }),
    to: z.iso.datetime().meta({ description: 'When the last of them ends.' }),
    reason: z.enum(['not_watched', 'unread_day', 'before_history']).meta({
      description:
        '`not_watched`: the gateway was not read meanwhile. `unread_day`: its days will be read, `before_history` they never are.',
    }),
    amount: z.number().nullable().meta({
      description:
        'What the UTC days of these steps have without a known time, of which this may be a part; `null` for ratios.',
    }),
  })
  .meta({ description: 'Steps that follow each other and of which nobody knows anything.' })
export type Hole = z.infer<typeof Hole>

export const SeriesAnswer = Series.extend({
  data_version: dataVersion,
  window: Window,
  left_out: LeftOut,
  measure: SeriesMeasure,
  then: Grouping,
  order: z.enum(['total', 'change']).meta({
    description:
      'What ranks the lines: `total` too where there is no period before to compare with.',
  }),
  cumulative: z.boolean().meta({ description: 'Whether `values` are sums up to each step.' }),
  end: z.iso.datetime().meta({ description: 'When the last step ends.' }),
  running: z.int().nullable().meta({
    description: 'The index of the step that is not over; `null` is none.',
  }),
  lines: z.array(ChartLine).meta({ description: 'The lines, largest first, `others` last.' }),
  all: ChartLine.meta({ description: 'All lines together.' }),
  before_line: ChartLine.nullable().meta({
    description: '`all` in the period before, with `compare=before`.',
  }),
  before: Before.nullable().meta({
    description: 'The period before; `null` without `compare=before`.',
  }),
  holes: z.array(Hole).meta({ description: 'Where nobody knows anything, oldest first.' }),
  balance: Balance.meta({
    description:
      'Whether it adds up; of a ratio what it is made of: dollars, prompt tokens or requests.',
  }),
}).meta({ description: 'The answer of `GET /api/v1/series`.' })
export type SeriesAnswer = z.infer<typeof SeriesAnswer>
