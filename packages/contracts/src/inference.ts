import { z } from 'zod'
import { ModelEnergy } from './inference-energy.ts'
import { InferenceFigures } from './inference-figures.ts'
import { ModelVerdict } from './inference-verdict.ts'
import { SourceReason, SourceState } from './status.ts'

export const asOf = z.iso.datetime().nullable().meta({
  description: 'The newest scrape in the answer; `null` before the first.',
})

export const intervalSeconds = z.number().meta({
  description: 'Seconds between two scrapes: `INFERENCE_SECONDS`.',
})

export const windowAsked = z.string().meta({ description: 'The window that was asked for.' })

export const ScrapeWindow = z
  .object({
    from: z.iso.datetime().meta({ description: 'Its first scrape.' }),
    to: z.iso.datetime().meta({ description: 'Its last scrape.' }),
    seconds: z.number().meta({ description: 'The time between the two.' }),
    scrapes: z.int().min(2).meta({ description: 'Good scrapes in it, both ends included.' }),
  })
  .meta({ description: 'The time between two good scrapes that figures are about.' })
export type ScrapeWindow = z.infer<typeof ScrapeWindow>

const Gap = z.object({
  from: z.iso.datetime().meta({ description: 'The last good scrape before it.' }),
  to: z.iso.datetime().meta({ description: 'The first good scrape after it.' }),
})

const publicModels = z.array(z.string()).meta({
  description: 'The names by which clients of the gateway ask for it.',
})

export const MissingFigure = z
  .object({
    figure: z.string().meta({ description: 'The figure, for example `spec_accept_ratio`.' }),
    why: z
      .enum(['after_first_request', 'needs_option', 'not_in_this_version', 'engine_has_none'])
      .meta({ description: 'Why it is not there.' }),
    looked_for: z.array(z.string()).meta({
      description: 'The names of metrics that it was looked for under.',
    }),
  })
  .meta({ description: 'A figure that an engine does not give.' })
export type MissingFigure = z.infer<typeof MissingFigure>

export const InferenceModel = z
  .object({
    model: z.string().meta({
      description: 'As its engines call it; the id of the engine where that names none.',
    }),
    public_models: publicModels,
    engines: z.array(z.string()).meta({ description: 'The ids of the engines that serve it.' }),
    figures: InferenceFigures,
    verdict: ModelVerdict,
    energy: ModelEnergy,
  })
  .meta({ description: 'One model over all engines that serve it.' })
export type InferenceModel = z.infer<typeof InferenceModel>

export const InferenceEngine = z
  .object({
    engine: z.string().meta({
      description: 'The id of the engine: its name, or `host:port`.',
    }),
    kind: z.string().nullable().meta({
      description: 'Which engine it is, for example `vllm`; `null` is not known yet.',
    }),
    version: z.string().nullable().meta({ description: 'What it says of its version.' }),
    model: z.string().nullable().meta({
      description: 'The model that it serves; `null` where it names none.',
    }),
    public_models: publicModels,
    state: SourceState,
    reason: SourceReason.nullable().meta({
      description: 'Why the last scrape failed; `null` where it did not.',
    }),
    option: z.string().nullable().meta({
      description: 'The flag that switches its metrics on, where `reason` is `metrics_off`.',
    }),
    stale: z.boolean().meta({
      description: 'Whether the last good scrape is too old: then figures are `null`.',
    }),
    scraped_at: z.iso.datetime().nullable().meta({
      description: 'When the last good scrape was sent; `null` is never.',
    }),
    started_at: z.iso.datetime().nullable().meta({
      description: 'When the engine says that it began.',
    }),
    restarted_at: z.iso.datetime().nullable().meta({
      description: 'When Podium last saw that it had begun again; `null` is never.',
    }),
    ranks: z.int().nullable().meta({ description: 'Data-parallel ranks, as one row.' }),
    context_tokens: z.number().nullable().meta({ description: 'The longest request it takes.' }),
    kv_capacity_tokens: z.number().nullable().meta({
      description: 'How many tokens its KV cache holds.',
    }),
    gpus: z.array(z.string()).meta({ description: 'The GPUs that it uses, by their UUID.' }),
    gpus_known_by: z.enum(['configuration', 'labels', 'single']).nullable().meta({
      description:
        'How that is known: `ENGINE_GPUS`, labels of the GPUs’ source, or that there is one engine and one GPU; `null` is not known.',
    }),
    window: ScrapeWindow.extend({
      resets: z.int().min(0).meta({ description: 'Scrapes at which a counter had fallen.' }),
      gaps: z.array(Gap).meta({ description: 'When nobody could look.' }),
    })
      .nullable()
      .meta({ description: 'What the figures are about; `null` with fewer than two scrapes.' }),
    figures: InferenceFigures,
    missing: z.array(MissingFigure).meta({
      description: 'Figures that this engine does not give, and why.',
    }),
  })
  .meta({ description: 'One engine and one model that it serves.' })
export type InferenceEngine = z.infer<typeof InferenceEngine>

export const Inference = z
  .object({
    as_of: asOf,
    interval_seconds: intervalSeconds,
    window: windowAsked,
    goals: z
      .object({
        ttft_p95_seconds: z.number().meta({ description: '`GOAL_TTFT_SECONDS`.' }),
        itl_p95_seconds: z.number().meta({ description: '`GOAL_ITL_SECONDS`.' }),
        queue_p90_seconds: z.number().meta({ description: 'Half of the first.' }),
        kv_cache_ratio: z
          .number()
          .meta({ description: 'From here on a cache counts as nearly full.' }),
      })
      .meta({ description: 'What figures are held against.' }),
    models: z.array(InferenceModel).meta({ description: 'By name.' }),
    engines: z.array(InferenceEngine).meta({
      description: 'In the order of `INFERENCE_URLS`, then by model.',
    }),
  })
  .meta({ description: 'The answer of `GET /api/v1/inference`.' })
export type Inference = z.infer<typeof Inference>
