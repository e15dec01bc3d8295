import { z } from 'zod'

/** First event of `GET /api/v1/live`. */
export const LiveHello = z.object({ version: z.string(), data_version: z.int().min(0) })
export type LiveHello = z.infer<typeof LiveHello>

/** What changed, not the data: the client fetches what it shows. */
export const LiveData = z.object({
  data_version: z.int().min(0),
  at: z.iso.datetime(),
  /** Since the `data` event before; `null` is not known, so anything may be another. */
  changed: z
    .object({
      /** Teams, models, keys, labels or prices: what stands in every answer. */
      names: z.boolean(),
      /** UTC days of which something was booked or read for the first time. */
      days: z.array(z.iso.date()),
    })
    .nullable(),
})
export type LiveData = z.infer<typeof LiveData>
