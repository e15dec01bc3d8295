import { z } from 'zod'
import { SumMeasure } from './measure.ts'

export const Balance = z
  .object({
    measure: SumMeasure,
    shown: z
      .number()
      .meta({ description: 'What the rows, lines or cells of the answer add up to.' }),
    no_known_time: z.number().meta({
      description: 'What counts in the span and no step of the answer can show.',
    }),
    unassigned: z.number().meta({
      description: 'Traffic without a team; 0 where teams are chosen, of which it is no part.',
    }),
    dashboard: z.number().meta({
      description: 'Traffic of the gateway’s own pages; 0 where teams are chosen.',
    }),
    whole: z.number().meta({
      description:
        'All that was counted, read by itself: the gateway’s days where `window.basis` is `days`, else the span. With teams or models chosen it is theirs alone.',
    }),
    apart: z.number().meta({
      description: '`whole` less the four parts above: 0, or something is wrong.',
    }),
    uncertain: z.number().meta({
      description:
        'What the UTC days at the edges hold beyond that, of which nobody knows whether it lies inside the span.',
    }),
  })
  .meta({
    description:
      'Whether the answer adds up: shown + no known time + without a team + dashboard = whole.',
  })
export type Balance = z.infer<typeof Balance>
