import { z } from 'zod'
import { Amount } from './status.ts'

/** The span that an answer is about, as it was resolved. */
export const Window = z.object({
  from: z.iso.datetime(),
  /** Left out of the span itself. */
  to: z.iso.datetime(),
  /** IANA name of the zone in which days and hours are meant. */
  tz: z.string(),
  /**
   * `days`: whole UTC days as the gateway counts them. `minutes`: what was seen to arrive within the
   * span; what cannot be placed is told in `unplaced`.
   */
  basis: z.enum(['days', 'minutes']),
  /** UTC days of the span that have not been read yet. */
  missing_days: z.array(z.iso.date()),
  /** What the UTC days that the span touches hold without a known minute; `null` with `days`. */
  unplaced: Amount.nullable(),
})
export type Window = z.infer<typeof Window>
