import { z } from 'zod'
import { SourceStatus } from './status.ts'

const dataVersion = z.int().min(0)

export const LiveHello = z
  .object({
    version: z.string().meta({ description: 'The version of Podium that answers.' }),
    data_version: dataVersion.meta({ description: 'The version of the data at this moment.' }),
  })
  .meta({ description: 'The first event of `GET /api/v1/live`.' })
export type LiveHello = z.infer<typeof LiveHello>

export const LiveData = z
  .object({
    data_version: dataVersion.meta({ description: 'The version that the data has now.' }),
    at: z.iso.datetime().meta({ description: 'When this event was sent.' }),
    changed: z
      .object({
        names: z.boolean().meta({
          description:
            'Whether teams, models, keys, labels or prices changed, which every answer contains.',
        }),
        days: z.array(z.iso.date()).meta({
          description: 'UTC days of which something was booked or read for the first time.',
        }),
      })
      .nullable()
      .meta({
        description:
          'What changed since the `data` event before; `null` is not known, so anything may have changed.',
      }),
  })
  .meta({ description: 'Says what changed, not the data: clients ask again for what they show.' })
export type LiveData = z.infer<typeof LiveData>

export const LiveStatus = z
  .object({
    at: z.iso.datetime().meta({ description: 'When this event was sent.' }),
    sources: z.array(SourceStatus).meta({
      description: 'What Podium reads, and how that goes, as in `GET /api/v1/status`.',
    }),
  })
  .meta({
    description:
      'Sent at once when the state of a source or of the database, or its reason, becomes another one.',
  })
export type LiveStatus = z.infer<typeof LiveStatus>

export const LiveInference = z
  .object({
    at: z.iso.datetime().meta({ description: 'When this event was sent.' }),
    engines: z.array(z.string()).meta({
      description: 'The ids of the engines that have a new scrape.',
    }),
    gpus: z.boolean().meta({ description: 'Whether GPUs have one.' }),
    verdicts: z.array(z.string()).meta({
      description: 'The models whose verdict is another one.',
    }),
  })
  .meta({
    description:
      'Sent after engines and GPUs were scraped, once a tick at most: clients ask again for what they show.',
  })
export type LiveInference = z.infer<typeof LiveInference>
