import { z } from 'zod'

/** A figure of an engine; `null` is always not known. */
const figure = (description: string) => z.number().nullable().meta({ description })

export const Quantile = z
  .object({
    value: z.number().meta({
      description: 'Seconds, as Prometheus’ `histogram_quantile` gives them.',
    }),
    bound: z.enum(['exact', 'below', 'above']).meta({
      description:
        '`exact` stands between two ends of buckets. `below`: all that is known is "less than `limit`". `above`: "at least `limit`".',
    }),
    limit: z.number().nullable().meta({
      description: 'Seconds: the end of the bucket that bounds it; `null` where it is exact.',
    }),
  })
  .meta({ description: 'A quantile of a histogram.' })
export type Quantile = z.infer<typeof Quantile>

const quantile = (percent: number) =>
  Quantile.nullable().meta({
    description: `The ${percent}th percentile; \`null\` without an observation or without buckets.`,
  })

export const Latency = z
  .object({
    n: z.number().meta({ description: 'How many observations the window has.' }),
    mean: figure('Seconds; `null` without an observation.'),
    p50: quantile(50),
    p90: quantile(90),
    p95: quantile(95),
    p99: quantile(99),
  })
  .meta({ description: 'How long something took, over the window.' })
export type Latency = z.infer<typeof Latency>

const latency = (description: string) =>
  Latency.nullable().meta({ description: `${description} \`null\` where no engine tells it.` })

export const InferenceFigures = z
  .object({
    running: figure('Requests that are being worked on.'),
    waiting: figure('Requests in the queue.'),
    kv_cache_ratio: figure('How full the KV cache is, 0–1.'),
    kv_cache_basis: z.enum(['used', 'reserved']).nullable().meta({
      description: 'Whether `kv_cache_ratio` is what is used, or what requests have reserved.',
    }),
    prompt_tokens: figure('Prompt tokens of the window, cached ones included.'),
    cached_prompt_tokens: figure('Prompt tokens that a cache had.'),
    generation_tokens: figure('Tokens generated in the window.'),
    prompt_tokens_per_second: figure('Prompt tokens a second, over the whole window.'),
    generation_tokens_per_second: figure('Generated tokens a second, over the whole window.'),
    requests: z
      .object({
        finished: figure('Requests that ended as they should.'),
        failed: figure('Requests that ended with an error.'),
        aborted: figure('Requests whose client hung up; of vLLM an estimate.'),
        rejected: figure('Requests that the engine turned away because it was full.'),
        refused: figure('Requests that it answered with 4xx.'),
      })
      .meta({ description: 'Requests that ended in the window.' }),
    preemptions: figure('How often a running request lost its place in the KV cache.'),
    prefix_hit_ratio: figure('The part of prompt tokens that the prefix cache had, 0–1.'),
    spec_accept_ratio: figure('The part of drafted tokens that was accepted, 0–1.'),
    ttft_seconds: latency('Time to the first token.'),
    itl_seconds: latency('Time between two tokens.'),
    tpot_seconds: latency('Mean time for an output token of a request.'),
    e2e_seconds: latency('Time from the arrival to the end of a request.'),
    queue_seconds: latency('Time in the queue.'),
  })
  .meta({
    description:
      'Figures of an engine, or of all fresh engines of a model; `null` is not known, and never 0.',
  })
export type InferenceFigures = z.infer<typeof InferenceFigures>
