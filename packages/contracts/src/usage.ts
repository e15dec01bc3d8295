import { z } from 'zod'

const count = z.int().min(0)

export const Usage = z
  .object({
    tokens: count.meta({ description: 'Prompt and completion tokens together.' }),
    prompt_tokens: count.meta({
      description: 'Tokens that were sent to models, those of the cache included.',
    }),
    completion_tokens: count.meta({ description: 'Tokens that models wrote.' }),
    cache_read_tokens: count.nullable().meta({
      description:
        'The part of the prompt that was read from a cache; `null` where the gateway’s release does not count it for every model that was used.',
    }),
    cache_creation_tokens: count.meta({
      description: 'The part of the prompt that was written to a cache.',
    }),
    requests: count.meta({ description: 'Requests, successful and failed.' }),
    successes: count.meta({ description: 'Requests that succeeded.' }),
    failures: count.meta({ description: 'Requests that failed.' }),
    spend_usd: z.number().nullable().meta({
      description:
        'US dollars that the gateway charged; `null` where nothing that was used has a price. What has none is not in it: see `unpriced_tokens`.',
    }),
    unpriced: z.boolean().meta({
      description: 'True where nothing that was used has a price, so that no dollar is known.',
    }),
    unpriced_tokens: count.meta({
      description: 'The part of `tokens` that went to models without a price and is in no dollar.',
    }),
    success_rate: z.number().nullable().meta({
      description: 'Successful requests in percent, 0–100, two decimals; `null` without requests.',
    }),
    reliability: z.number().nullable().meta({
      description:
        'Lower bound of the success rate (Wilson, 95 %), 0–100: few requests prove little. `null` without requests.',
    }),
    cost_per_1k_tokens: z.number().nullable().meta({
      description: 'US dollars per 1,000 tokens of models that have a price; `null` without any.',
    }),
    cost_per_success: z.number().nullable().meta({
      description:
        'US dollars per successful request to models that have a price; `null` without any.',
    }),
    output_per_usd: z.number().nullable().meta({
      description:
        'Completion tokens per US dollar, of models that have a price or a shadow price; `null` without any. The score, the board and the next lever use this number.',
    }),
    cache_hit_share: z.number().nullable().meta({
      description:
        'Share of the prompt that was read from a cache, 0–1; `null` without prompt tokens, or where `cache_read_tokens` is.',
    }),
  })
  .meta({
    description:
      'What was counted in a span, and what follows from it. What is not known is `null`, never 0.',
  })
export type Usage = z.infer<typeof Usage>
