import { z } from 'zod'
import { asOf, intervalSeconds, ScrapeWindow, windowAsked } from './inference.ts'
import { SourceReason, SourceState } from './status.ts'

const known = (description: string) => z.number().nullable().meta({ description })
const text = (description: string) => z.string().nullable().meta({ description })

const GpuKind = z
  .enum(['nvidia-smi', 'dcgm', 'nvidia_gpu_exporter', 'amd', 'triton'])
  .meta({ description: 'What tells of GPUs.' })

export const GpuSource = z
  .object({
    id: z.string().meta({ description: 'The id of the source.' }),
    kind: GpuKind.nullable().meta({ description: 'What it is; `null` is not known yet.' }),
    state: SourceState,
    reason: SourceReason.nullable().meta({
      description: 'Why the last attempt failed; `null` where it did not.',
    }),
    scraped_at: z.iso.datetime().nullable().meta({
      description: 'When its last good answer was asked for; `null` is never.',
    }),
  })
  .meta({ description: 'Something that tells of GPUs.' })
export type GpuSource = z.infer<typeof GpuSource>

export const Gpu = z
  .object({
    gpu: z.string().meta({ description: 'Its UUID.' }),
    index: known('Its number on its host.'),
    name: text('What it is called.'),
    host: text('The machine that it is in, where its source says so.'),
    source: z.string().meta({ description: 'The id of the first source that has it.' }),
    gone: z.boolean().meta({
      description: 'Whether no source has it any more: then its figures are `null`.',
    }),
    seen_at: z.iso.datetime().meta({ description: 'When it was last seen.' }),
    utilization_ratio: known('How busy it is, 0–1; not known of one that is split.'),
    memory_used_bytes: known('Memory in use.'),
    memory_total_bytes: known('All of its memory.'),
    power_watts: known('What it draws.'),
    power_limit_watts: known('What it may draw.'),
    temperature_celsius: known('How hot it is.'),
    memory_temperature_celsius: known('How hot its memory is.'),
    sm_clock_hertz: known('The clock of its processors.'),
    window: ScrapeWindow.nullable().meta({
      description: 'What `energy_joules` is about; `null` with fewer than two scrapes.',
    }),
    energy_joules: known('What it used in the window.'),
    energy_source: z.enum(['counter', 'power']).nullable().meta({
      description: '`counter`, or `power`: an estimate, integrated from samples of power.',
    }),
    idle_watts: known('What it draws when nobody uses it.'),
    mig: z
      .array(
        z.object({
          instance: z.string().meta({ description: 'The number of the instance.' }),
          profile: text('For example `3g.40gb`.'),
          utilization_ratio: known('How busy it is, 0–1.'),
          memory_used_bytes: known('Memory in use.'),
        }),
      )
      .meta({ description: 'The instances of a GPU that is split.' }),
    engines: z.array(z.string()).meta({ description: 'The ids of the engines that use it.' }),
    known_by: z.enum(['configuration', 'labels', 'single']).nullable().meta({
      description: 'How that is known; `null` is not known.',
    }),
  })
  .meta({ description: 'One GPU over all sources that have it.' })
export type Gpu = z.infer<typeof Gpu>

export const Gpus = z
  .object({
    as_of: asOf,
    interval_seconds: intervalSeconds,
    window: windowAsked,
    sources: z.array(GpuSource).meta({ description: 'What tells of GPUs, and how that goes.' }),
    gpus: z.array(Gpu).meta({ description: 'In the order of the sources.' }),
    totals: z
      .object({
        gpus: z.int().min(0).meta({ description: 'How many there are, without those gone.' }),
        power_watts: known('What all of them draw that tell it.'),
        energy_joules: known('What all of them used that tell it.'),
        idle_watts: known('What all of them draw idle of which that is known.'),
      })
      .meta({ description: 'Over those that have the value; `null` where none has.' }),
  })
  .meta({ description: 'The answer of `GET /api/v1/gpus`.' })
export type Gpus = z.infer<typeof Gpus>
