import { z } from 'zod'

export const Amount = z
  .object({
    tokens: z.int().meta({ description: 'Prompt and completion tokens together.' }),
    requests: z.int().meta({ description: 'Requests, successful and failed.' }),
    spend_usd: z.number().meta({ description: 'US dollars, to the billionth.' }),
  })
  .meta({ description: 'A sum that is small enough to compare by eye.' })
export type Amount = z.infer<typeof Amount>

export const LeftOutAmount = Amount.extend({
  spend_usd: z.number().nullable().meta({
    description: 'US dollars; `null` where nothing of it has a price.',
  }),
  unpriced: z.boolean().meta({
    description: 'Whether nothing of it has a price, so that its dollars are not known.',
  }),
  unpriced_tokens: z.int().meta({
    description: 'Tokens of models that the gateway charged nothing for.',
  }),
}).meta({ description: 'What is not ranked of one kind of traffic.' })
export type LeftOutAmount = z.infer<typeof LeftOutAmount>

export const LeftOut = z
  .object({
    unassigned: LeftOutAmount.meta({
      description:
        'Traffic without a team, of the models that are asked about; `team=unassigned` shows it.',
    }),
    dashboard: LeftOutAmount.meta({
      description: 'Traffic of the gateway’s own pages, its playground.',
    }),
  })
  .meta({
    description:
      'What of the gateway’s traffic the answer does not rank: the teams, `unassigned` and `dashboard` together are the gateway’s day.',
  })
export type LeftOut = z.infer<typeof LeftOut>
