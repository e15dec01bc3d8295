import { z } from 'zod'
import { LeftOut } from './amount.ts'
import { Balance } from './balance.ts'
import { Before, Change } from './before.ts'
import { dataVersion } from './data-version.ts'
import { SumMeasure } from './measure.ts'
import { Grouping } from './series.ts'
import { Usage } from './usage.ts'
import { Window } from './window.ts'

export const UsageRow = z
  .object({
    key: z.string().nullable().meta({
      description:
        'The public id of a team, or the name of a model or provider; `null` for `all` and `others`.',
    }),
    then_key: z.string().nullable().meta({
      description: 'The same of what `then` asks for; `null` without it.',
    }),
    label: z.string().meta({ description: 'The name to show.' }),
    kind: z.enum(['team', 'model', 'provider', 'all', 'others']).meta({
      description: 'What the row is about; `others` is everything that has no row of its own.',
    }),
    usage: Usage,
    share: z.number().nullable().meta({
      description: 'The share of all of `measure`, 0–1; `null` where there is nothing.',
    }),
    priced: z.boolean().meta({
      description: 'Whether any of the models in it has a price; without one there are no dollars.',
    }),
    cache_saving_usd: z.number().nullable().meta({
      description:
        'US dollars that reading from the cache saved, less what writing to it cost, of models with a price; `null` is unknown.',
    }),
    mean_response_ms: z.number().nullable().meta({
      description:
        'Mean time of an answer in milliseconds; `null` where the gateway timed none. It keeps sums only, so there are no percentiles.',
    }),
    timed_requests: z.int().meta({ description: 'How many requests that mean is of.' }),
    before: Usage.nullable().meta({
      description: 'The same in the period before; `null` without `compare=before`.',
    }),
    change: Change.nullable().meta({
      description: 'What became of it; `null` where the period before is not wholly known.',
    }),
  })
  .meta({ description: 'What one team, model or provider used.' })
export type UsageRow = z.infer<typeof UsageRow>

export const UsageAnswer = z
  .object({
    data_version: dataVersion,
    window: Window,
    left_out: LeftOut,
    by: Grouping,
    then: Grouping,
    measure: SumMeasure,
    rows: z
      .array(UsageRow)
      .meta({ description: 'The rows, most of `measure` first, `others` last.' }),
    totals: UsageRow.meta({ description: 'All rows together.' }),
    unpriced_models: z.array(z.string()).meta({
      description: 'Models that were used and have no price, by name.',
    }),
    before: Before.nullable().meta({
      description: 'The period before; `null` without `compare=before`.',
    }),
    balance: z
      .object({
        tokens: Balance,
        prompt_tokens: Balance,
        requests: Balance,
        failures: Balance,
        spend: Balance,
      })
      .meta({ description: 'Whether the rows add up to what the gateway counted.' }),
  })
  .meta({ description: 'The answer of `GET /api/v1/usage`.' })
export type UsageAnswer = z.infer<typeof UsageAnswer>
