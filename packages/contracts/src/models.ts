import { z } from 'zod'
import { TeamName } from './board.ts'
import { LeftOut } from './amount.ts'
import { Balance } from './balance.ts'
import { dataVersion } from './data-version.ts'
import { MatrixMeasure, SumMeasure } from './measure.ts'
import { Usage } from './usage.ts'
import { Window } from './window.ts'

const price = z.number().nullable()

export const ListPrice = z
  .object({
    input: price.meta({ description: 'For prompt tokens.' }),
    output: price.meta({ description: 'For completion tokens.' }),
    cache_read: price.meta({ description: 'For prompt tokens that are read from a cache.' }),
    cache_creation: price.meta({ description: 'For prompt tokens that are written to a cache.' }),
  })
  .meta({ description: 'US dollars per million tokens; `null` is unknown.' })
export type ListPrice = z.infer<typeof ListPrice>

export const ModelRow = z
  .object({
    model: z.string().meta({
      description: 'The name that clients ask for; the gateway calls it a model group.',
    }),
    provider: z.string().nullable().meta({
      description: 'Who serves the model; `mixed` where several do, `null` where it is unknown.',
    }),
    underlying: z.array(z.string()).meta({
      description: 'The models behind the name, as the gateway lists them.',
    }),
    list_price: ListPrice.nullable().meta({
      description: 'The price that the gateway lists; `null` where it lists none.',
    }),
    paid_per_1m_tokens: z.number().nullable().meta({
      description:
        'US dollars that were really paid per million tokens; `null` without tokens or without a price.',
    }),
    teams: z.int().min(0).meta({ description: 'How many teams used the model.' }),
    share: z.number().nullable().meta({
      description: 'The model’s share of all tokens, 0–1; `null` where there are none.',
    }),
    cache_saving_usd: z.number().nullable().meta({
      description:
        'US dollars that reading from the cache saved, less what writing to it cost; `null` is unknown.',
    }),
    usage: Usage,
  })
  .meta({ description: 'One model, what it costs and what it was used for.' })
export type ModelRow = z.infer<typeof ModelRow>

export const Models = z
  .object({
    data_version: dataVersion,
    window: Window,
    left_out: LeftOut,
    models: z.array(ModelRow).meta({
      description: 'Models with most tokens first, then those without traffic by name.',
    }),
    totals: Usage.meta({ description: 'The usage of all models together.' }),
    balance: Balance.meta({
      description: 'Whether the tokens of the models add up.',
    }),
  })
  .meta({ description: 'The answer of `GET /api/v1/models`.' })
export type Models = z.infer<typeof Models>

export const Matrix = z
  .object({
    data_version: dataVersion,
    window: Window,
    left_out: LeftOut,
    measure: MatrixMeasure,
    teams: z.array(TeamName).meta({ description: 'The rows: teams with most tokens first.' }),
    models: z.array(z.string()).meta({
      description: 'The columns: models with most tokens first.',
    }),
    cells: z.array(z.array(z.number().nullable())).meta({
      description:
        '`cells[team][model]`; `null` is no traffic, or not known, such as the dollars of a model without a price.',
    }),
    totals: z
      .object({
        teams: z.array(z.number().nullable()).meta({
          description: 'Each team with all its models, in the order of `teams`.',
        }),
        models: z.array(z.number().nullable()).meta({
          description: 'Each model with all teams, in the order of `models`.',
        }),
        all: z.number().nullable().meta({ description: 'Everything together.' }),
      })
      .meta({ description: 'Sums, and of measures that are ratios the ratios of sums.' }),
    balance: Balance.meta({
      description:
        'Whether the cells add up; of a ratio what it is made of: dollars, requests or completion tokens.',
    }),
  })
  .meta({ description: 'The answer of `GET /api/v1/matrix`: which team used which model.' })
export type Matrix = z.infer<typeof Matrix>

export const Hours = z
  .object({
    data_version: dataVersion,
    window: Window,
    left_out: LeftOut,
    measure: SumMeasure,
    cells: z.array(z.array(z.number().nullable())).meta({
      description:
        '`cells[weekday][hour]` in the zone of the window: Monday first, 24 hours each; `null` is an hour outside the window, or one that nobody watched.',
    }),
    unplaced_total: z.number().meta({ description: 'What has no known hour.' }),
    balance: Balance.meta({
      description: 'Whether the cells and what has no known hour add up.',
    }),
  })
  .meta({ description: 'The answer of `GET /api/v1/hours`: hours of the day by day of the week.' })
export type Hours = z.infer<typeof Hours>
