import { z } from 'zod'
import { Amount } from './status.ts'

export const Window = z
  .object({
    from: z.iso.datetime().meta({ description: 'The instant at which the span begins.' }),
    to: z.iso.datetime().meta({
      description: 'The instant at which the span ends; it is not part of the span.',
    }),
    tz: z.string().meta({
      description: 'The IANA name of the time zone in which days and hours are meant.',
    }),
    basis: z.enum(['days', 'minutes']).meta({
      description:
        '`days`: the span is whole UTC days, and the answer has the gateway’s sums of them. `minutes`: the answer has what was seen to arrive within the span; `unplaced` has the rest.',
    }),
    missing_days: z.array(z.iso.date()).meta({
      description: 'UTC days of the span that Podium has not read yet.',
    }),
    unplaced: Amount.nullable().meta({
      description:
        'What the UTC days of the span hold without a known minute, so that nobody knows whether it lies inside; `null` with the basis `days`.',
    }),
  })
  .meta({ description: 'The span that an answer is about, with every default filled in.' })
export type Window = z.infer<typeof Window>
