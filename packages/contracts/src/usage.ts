import { z } from 'zod'

const count = z.int().min(0)

/** Counters of a span, and what follows from them. Unknown is `null`, never 0. */
export const Usage = z.object({
  tokens: count,
  prompt_tokens: count,
  completion_tokens: count,
  /** Both are parts of the prompt. */
  cache_read_tokens: count,
  cache_creation_tokens: count,
  requests: count,
  successes: count,
  failures: count,
  spend_usd: z.number(),
  /** 0–100, two decimals. */
  success_rate: z.number().nullable(),
  /** Wilson 95 % lower bound of the success rate, 0–100. */
  reliability: z.number().nullable(),
  cost_per_1k_tokens: z.number().nullable(),
  cost_per_success: z.number().nullable(),
  /** Completion tokens per dollar. */
  output_per_usd: z.number().nullable(),
  /** 0–1, of the prompt. */
  cache_hit_share: z.number().nullable(),
})
export type Usage = z.infer<typeof Usage>
