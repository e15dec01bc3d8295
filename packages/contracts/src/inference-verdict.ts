import { z } from 'zod'

export const VerdictState = z
  .enum(['pending', 'down', 'saturated', 'queueing', 'slow', 'idle', 'fine'])
  .meta({
    description:
      'From bad to good: the first that holds. `fine` is that nothing is wrong; `pending` is before the first scrape.',
  })
export type VerdictState = z.infer<typeof VerdictState>

export const VerdictAdvice = z
  .enum([
    'shorten_prompts',
    'lower_concurrency',
    'add_replica',
    'more_kv_memory',
    'raise_max_num_seqs',
    'chunked_prefill',
    'do_not_add_gpu_memory',
    'check_engine',
    'nothing',
  ])
  .meta({ description: 'What helps; `do_not_add_gpu_memory` is what would not.' })
export type VerdictAdvice = z.infer<typeof VerdictAdvice>

export const VerdictEvidence = z
  .object({
    kind: z.string().meta({
      description: 'What was looked at, for example `waiting` or `queue_p90_seconds`.',
    }),
    value: z.number().meta({ description: 'Its value.' }),
    limit: z.number().nullable().meta({
      description: 'What it is held against; `null` is nothing.',
    }),
    samples: z.int().min(0).meta({ description: 'From how many scrapes.' }),
    seconds: z.number().meta({ description: 'Over how many seconds.' }),
  })
  .meta({ description: 'A number that decided.' })
export type VerdictEvidence = z.infer<typeof VerdictEvidence>

const share = z.number().meta({ description: 'The share of the load of the last 15 minutes, 0–1.' })

export const Makers = z
  .object({
    teams: z
      .array(
        z.object({
          id: z.string().meta({ description: 'The public id of the team.' }),
          name: z.string().meta({ description: 'The name of the team.' }),
          share,
        }),
      )
      .meta({ description: 'Largest first, until they make half of the load, at most three.' }),
    share: share.meta({ description: 'Their share together, 0–1.' }),
  })
  .meta({ description: 'Who makes the load, as an allocation by tokens.' })
export type Makers = z.infer<typeof Makers>

export const ModelVerdict = z
  .object({
    state: VerdictState,
    reason: z.string().nullable().meta({
      description:
        'Why, as a code: of `down` the reason of the source; `kv_full`, `slots_full` or `prefill_bound` of a queue; `ttft` or `itl` of `slow`; else `null`.',
    }),
    since: z.iso.datetime().nullable().meta({
      description: 'When the state began; `null` while `pending`: no engine has been asked yet.',
    }),
    evidence: z.array(VerdictEvidence).meta({ description: 'The numbers that decided.' }),
    makers: Makers.nullable().meta({
      description: 'Who makes the load; `null` where no team can be told.',
    }),
    advice: z.array(VerdictAdvice).meta({ description: 'What to do, most useful first.' }),
  })
  .meta({ description: 'How a model is, since when, from what, and what to do.' })
export type ModelVerdict = z.infer<typeof ModelVerdict>
