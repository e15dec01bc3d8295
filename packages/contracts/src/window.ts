import { z } from 'zod'
import { Amount } from './amount.ts'

export const Window = z
  .object({
    from: z.iso.datetime().meta({ description: 'The instant at which the span begins.' }),
    to: z.iso.datetime().meta({
      description: 'The instant at which the span ends; it is not part of the span.',
    }),
    tz: z.string().meta({
      description:
        'The IANA name of the time zone in which days and hours are meant; UTC where the answer is about whole UTC days instead of the span that was asked for.',
    }),
    basis: z.enum(['days', 'minutes']).meta({
      description:
        '`days`: the span is whole UTC days, and the answer has the gateway’s sums of them. `minutes`: the answer has what certainly lies within the span; `uncertain` has what may lie in it.',
    }),
    unread_days: z.array(z.iso.date()).meta({
      description: 'UTC days of the span that Podium has not read yet, and will.',
    }),
    before_history: z.array(z.iso.date()).meta({
      description:
        'UTC days of the span that Podium never reads, because they lie before its history.',
    }),
    unplaced: Amount.nullable().meta({
      description:
        'What the teams have without a known minute on the UTC days of which the span holds a part, whether it counts or not; `null` with the basis `days`.',
    }),
    uncertain: Amount.extend({
      share: z.number().min(0).max(1).meta({
        description: 'Its share of what counts and what is uncertain, 0–1, by tokens.',
      }),
      days: z.array(z.iso.date()).meta({ description: 'The UTC days that it belongs to.' }),
    })
      .nullable()
      .meta({
        description:
          'The part of `unplaced` of which nobody can know whether it lies inside the span. It is not counted; `null` is nothing.',
      }),
  })
  .meta({ description: 'The span that an answer is about, with every default filled in.' })
export type Window = z.infer<typeof Window>
