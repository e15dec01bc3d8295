import { z } from 'zod'
import { Window } from './window.ts'

const relative = (what: string) =>
  z
    .number()
    .nullable()
    .meta({
      description: `${what}: 0.03 is 3 % more than before; \`null\` where that cannot be compared.`,
    })
const points = (what: string) =>
  z
    .number()
    .nullable()
    .meta({
      description: `${what}, in percentage points; \`null\` where that cannot be compared.`,
    })

export const Change = z
  .object({
    tokens: relative('Tokens'),
    spend: relative('US dollars'),
    requests: relative('Requests'),
    failures: relative('Failed requests'),
    cost_per_1m_tokens: relative('US dollars per million tokens'),
    cache_hit_share: points('Share of the prompt that was read from a cache'),
    success: points('Successful requests in percent'),
  })
  .meta({ description: 'What became of a figure since the period before.' })
export type Change = z.infer<typeof Change>

export const UnknownBecause = z
  .enum(['unread_day', 'before_history', 'gap', 'no_known_time', 'this_span'])
  .meta({
    description:
      'Why there is no comparison. Of the period before: `unread_day` will be read, `before_history` never is, `gap` is that nobody watched at its edge, `no_known_time` is something else at its edge without a minute. `this_span`: the span itself is not wholly known.',
  })
export type UnknownBecause = z.infer<typeof UnknownBecause>

export const Before = z
  .object({
    window: Window.meta({
      description:
        'As long a span just before; where the span is not over it ends at the same time of the day, in the zone.',
    }),
    known: z.boolean().meta({
      description: 'Whether both spans are wholly known, so that they can be compared.',
    }),
    reason: UnknownBecause.nullable().meta({
      description: 'Why they cannot be compared; `null` where they can.',
    }),
  })
  .meta({ description: 'The period before, with `compare=before`.' })
export type Before = z.infer<typeof Before>
